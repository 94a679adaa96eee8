import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { heldUpWords, type HeldUp } from "../../../plan/report/faults";

interface StaleBarProps {
  /** What now stands in the way of a run. */
  held: HeldUp;
  onRun: () => void;
  onShowPlan: () => void;
}

/** The figures below are not what the sheets say now. */
export function StaleBar({ held, onRun, onShowPlan }: StaleBarProps) {
  const words = heldUpWords(held);
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        The sheet changed since this was worked out.
        {words !== "" && ` It now has ${words} first.`}
      </MessageBarBody>
      <MessageBarActions>
        {words !== "" ? (
          <Button size="small" onClick={onShowPlan}>
            {held.errors > 0 ? "Show what is wrong" : held.questions === 1 ? "Show the question" : "Show the questions"}
          </Button>
        ) : (
          <Button size="small" onClick={onRun} aria-label="Run again with the sheet as it is now">
            Run again
          </Button>
        )}
      </MessageBarActions>
    </MessageBar>
  );
}
