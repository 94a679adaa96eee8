import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { CheckmarkCircleRegular, ErrorCircleRegular, InfoRegular, WarningRegular } from "@fluentui/react-icons";
import { holdUps, isFirstStart, isOutOfDate } from "../state/paneFacts";
import type { PaneState, PendingWrite } from "../state/paneState";
import type { PaneActions } from "../state/paneActions";
import { BusyLine } from "./BusyLine";

interface FooterProps {
  state: PaneState;
  actions: PaneActions;
}

/** The one primary button of every screen, always here, with what there is to say about the result beside it. */
export function Footer({ state, actions }: FooterProps) {
  const styles = useStyles();
  const primary = primaryAction(state, actions);
  const status = statusOf(state);
  return (
    <footer className={styles.footer}>
      <BusyLine
        busy={state.busy}
        onCancel={() => {
          // The button goes with what it cancels.
          document.getElementById(primaryButtonId)?.focus();
          actions.cancel();
        }}
      />
      <div className={styles.row}>
        <Button
          id={primaryButtonId}
          appearance="primary"
          disabledFocusable={!primary.isPossible}
          aria-describedby="run-status"
          onClick={primary.act}
        >
          {primary.label}
        </Button>
        <div id="run-status" className={styles.status}>
          {status && (
            <>
              <status.Icon aria-hidden className={styles.icon} />
              <Text size={200}>{status.text}</Text>
            </>
          )}
        </div>
      </div>
    </footer>
  );
}

/** Where the focus returns when the list of sheets closes. */
export const primaryButtonId = "primary-action";

function primaryAction(state: PaneState, actions: PaneActions) {
  const { reading, result, writing, screen } = state;
  const isFree = state.busy === null || state.busy.task === "reading" || state.busy.task === "correcting";
  const isRunnable = isFree && !!reading && !isFirstStart(reading) && holdUps(reading) === "";
  if (writing) return { label: writeLabel(writing), isPossible: isFree, act: actions.write };
  if (!reading) return { label: "Read the workbook", isPossible: state.busy === null, act: actions.read };
  const outOfDate = isOutOfDate(state);
  if (screen === "results" && result && !outOfDate) {
    return { label: "Write to workbook", isPossible: isFree, act: actions.askWrite };
  }
  return { label: outOfDate ? "Run again" : "Run", isPossible: isRunnable, act: actions.run };
}

/** "Write 5 sheets", and what else that does. */
function writeLabel({ planned: { label }, asked }: PendingWrite): string {
  if (!asked) return label;
  if (asked.wouldReplace.length > 0) return `Replace and ${label.charAt(0).toLowerCase()}${label.slice(1)}`;
  return `${label} all the same`;
}

function statusOf(state: PaneState) {
  if (state.reading && isFirstStart(state.reading)) return { Icon: InfoRegular, text: "No tables yet" };
  const held = state.reading ? holdUps(state.reading) : "";
  if (held !== "") return { Icon: ErrorCircleRegular, text: `${held} first` };
  if (!state.result || state.writing) return null;
  return isOutOfDate(state)
    ? { Icon: WarningRegular, text: "Out of date" }
    : { Icon: CheckmarkCircleRegular, text: "Up to date" };
}

const useStyles = makeStyles({
  footer: {
    flexShrink: 0,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  row: { display: "flex", alignItems: "center", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  status: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalXS,
    marginLeft: "auto",
    color: tokens.colorNeutralForeground2,
  },
  icon: { fontSize: tokens.fontSizeBase400 },
});
