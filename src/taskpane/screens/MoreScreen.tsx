import { Button, makeStyles, Subtitle2, Text, tokens } from "@fluentui/react-components";
import {
  ChevronRightRegular,
  ClipboardTaskListLtrRegular,
  MathFormulaRegular,
  PeopleTeamRegular,
} from "@fluentui/react-icons";
import { useState, type ReactElement, type ReactNode } from "react";
import { catalogue } from "../../functions/catalogue";
import { OpenWithDocument } from "../parts/check/OpenWithDocument";
import { useFocusReturn } from "../parts/useFocusReturn";
import { count } from "../../plan/report/words/figures";
import type { PaneActions } from "../state/paneActions";
import type { PaneState } from "../state/paneState";
import { CheckScreen } from "./CheckScreen";
import { FunctionsScreen } from "./FunctionsScreen";
import { ShareScreen } from "./ShareScreen";

interface MoreScreenProps {
  version: string;
  /** For figures; undefined is the browser's own. */
  locale: string | undefined;
  state: PaneState;
  actions: PaneActions;
}

/** The ways to the functions, to the check and to sharing, what this add-in is, and what it does with the workbook. */
export function MoreScreen({ version, locale, state, actions }: MoreScreenProps) {
  const styles = useStyles();
  const [shown, show] = useState<"functions" | "share" | null>(null);
  const ways = { functions: functionsButtonId, share: shareButtonId };
  useFocusReturn(state.isChecking ? checkButtonId : shown && ways[shown]);
  if (state.isChecking)
    return (
      <CheckScreen
        state={state}
        actions={actions}
        onShare={() => {
          actions.openCheck(false);
          show("share");
        }}
      />
    );
  if (shown === "share") return <ShareScreen busy={state.busy} actions={actions} onClose={() => show(null)} />;
  if (shown === "functions")
    return (
      <FunctionsScreen
        locale={locale}
        onInsert={actions.insertFormula}
        onSelect={actions.select}
        onClose={() => show(null)}
      />
    );
  return (
    <div className={styles.screen}>
      <div className={styles.ways}>
        <WayOn
          id={functionsButtonId}
          icon={<MathFormulaRegular />}
          title="Functions for cells"
          onClick={() => show("functions")}
        >
          {count(catalogue.length, "function")}: search, read what each answers, insert an example
        </WayOn>
        <WayOn
          id={checkButtonId}
          icon={<ClipboardTaskListLtrRegular />}
          title="Check and repair"
          onClick={() => actions.openCheck(true)}
        >
          Before the workbook is handed on: errors, other workbooks, what is out of date
        </WayOn>
        <WayOn
          id={shareButtonId}
          icon={<PeopleTeamRegular />}
          title="Share with colleagues"
          onClick={() => show("share")}
        >
          For whoever does not have the add-in: live formulas or values in place of its functions, and the way back
        </WayOn>
      </div>
      <OpenWithDocument
        opensWithDocument={actions.opensWithDocument}
        setOpensWithDocument={actions.setOpensWithDocument}
      />
      <section aria-label="About" className={styles.section}>
        <Subtitle2 as="h2" className={styles.paragraph}>
          About Savings Attribution
        </Subtitle2>
        <Text as="p" className={styles.paragraph}>
          Says where savings come from, how much of a funding gap they close, and how sure anyone can be. It works in
          this workbook alone: nothing is sent anywhere, and results go to sheets of their own.
        </Text>
        <Text as="p" size={200} className={styles.quiet}>
          Version {version}. Free software under the MIT licence.
        </Text>
      </section>
    </div>
  );
}

const functionsButtonId = "open-functions";
const checkButtonId = "open-check";
const shareButtonId = "open-share";

interface WayOnProps {
  id: string;
  icon: ReactElement;
  title: string;
  onClick: () => void;
  children: ReactNode;
}

/** A button that leads to a screen of its own, with what is done there. */
function WayOn({ id, icon, title, onClick, children }: WayOnProps) {
  const styles = useStyles();
  return (
    <Button
      id={id}
      appearance="outline"
      className={styles.way}
      icon={{ className: styles.icon, children: icon }}
      onClick={onClick}
    >
      <span className={styles.words}>
        <span>{title}</span>
        <Text size={200} className={styles.quiet}>
          {children}
        </Text>
      </span>
      <ChevronRightRegular aria-hidden className={styles.icon} />
    </Button>
  );
}

const useStyles = makeStyles({
  screen: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXXL },
  ways: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  way: {
    justifyContent: "flex-start",
    textAlign: "start",
    columnGap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalM,
  },
  words: { flexGrow: 1, minWidth: 0, display: "flex", flexDirection: "column" },
  icon: { flexShrink: 0, fontSize: tokens.fontSizeBase500 },
  section: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  paragraph: { margin: 0 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
});
