import { AriaLiveAnnouncer, FluentProvider, webDarkTheme, webLightTheme } from "@fluentui/react-components";
import { Pane } from "./Pane";
import type { PaneWorkbook } from "./paneWorkbook";
import { useTheme, type ThemeSource } from "./theme/useTheme";

interface ThemedPaneProps {
  workbook: PaneWorkbook;
  theme: ThemeSource;
  version: string;
  locale?: string;
}

/** The pane in Office's colours. High contrast comes from the system, which Fluent's styles follow by themselves. */
export function ThemedPane({ theme, ...pane }: ThemedPaneProps) {
  const kind = useTheme(theme);
  return (
    <FluentProvider theme={kind === "dark" ? webDarkTheme : webLightTheme} style={{ colorScheme: kind }}>
      <AriaLiveAnnouncer>
        <Pane {...pane} />
      </AriaLiveAnnouncer>
    </FluentProvider>
  );
}
