import { createRoot } from "react-dom/client";
import { version } from "../../package.json";
import { officeWorkbook } from "./officeWorkbook";
import { ThemedPane } from "./ThemedPane";

/** Draws the pane into the page; called once, when the pane is first seen. */
export function mountPane(place: HTMLElement): void {
  const theme = { officeColours: () => Office.context.officeTheme };
  createRoot(place).render(<ThemedPane workbook={officeWorkbook} theme={theme} version={version} />);
}
