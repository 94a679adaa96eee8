import { Button, makeStyles, MessageBar, MessageBarBody, Text, tokens } from "@fluentui/react-components";
import { count } from "../../plan/report/words/figures";
import { CheckLines } from "../parts/check/CheckLines";
import { SubScreenHead } from "../parts/SubScreenHead";
import { useSubScreen } from "../parts/useSubScreen";
import type { PaneActions } from "../state/paneActions";
import type { PaneState } from "../state/paneState";

interface CheckScreenProps {
  state: PaneState;
  actions: PaneActions;
  /** To the copies for whoever does not have the add-in. */
  onShare(): void;
}

/** What to know before the workbook is handed on, each line with its cells; and what of it can be mended at once. */
export function CheckScreen({ state, actions, onShare }: CheckScreenProps) {
  const styles = useStyles();
  const { check, mended, busy } = state;
  const frame = useSubScreen(() => actions.openCheck(false));
  const isBusy = busy?.task === "checking" || busy?.task === "repairing";
  const repairable = check?.lines.filter(({ repair }) => repair !== null) ?? [];
  return (
    <section ref={frame} aria-label="Check and repair" className={styles.page}>
      <SubScreenHead back="Back to More" title="Check and repair" onBack={() => actions.openCheck(false)} />
      {mended.length > 0 && (
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody>{mended.join(" ")}</MessageBarBody>
        </MessageBar>
      )}
      <Text as="p" role="status" className={styles.paragraph}>
        {check ? summary(check.lines.length, check.inventory.uses.length) : isBusy ? "Looking…" : "Not looked yet."}
      </Text>
      {check && <CheckLines lines={check.lines} onSelect={actions.select} />}
      {repairable.length > 0 && (
        <Text as="p" size={200} className={styles.paragraph}>
          Repair mends what is marked “can be mended”, and nothing else.
        </Text>
      )}
      <div className={styles.row}>
        {repairable.length > 0 && (
          <Button disabledFocusable={isBusy} onClick={actions.repair}>
            Repair
          </Button>
        )}
        <Button
          appearance={repairable.length > 0 ? "subtle" : "secondary"}
          disabledFocusable={isBusy}
          onClick={actions.check}
        >
          Check again
        </Button>
        {check && check.inventory.uses.length > 0 && (
          <Button appearance="subtle" disabledFocusable={isBusy} onClick={onShare}>
            Share with colleagues…
          </Button>
        )}
      </div>
    </section>
  );
}

function summary(lines: number, uses: number): string {
  if (lines === 0) return "Nothing to say: no formula of the add-in, no other workbook, nothing out of date.";
  const formulas =
    uses === 0 ? "No formula uses the add-in" : `${count(uses, "formula")} ${uses === 1 ? "uses" : "use"} the add-in`;
  return `${formulas}; ${count(lines, "thing")} to know before the workbook is handed on.`;
}

const useStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
  paragraph: { margin: 0 },
  row: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});
