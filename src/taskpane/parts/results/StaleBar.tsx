import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { count } from "../../../plan/report/figures";

interface StaleBarProps {
  /** That now stand in the way of a run. */
  errors: number;
  onRun: () => void;
  onShowErrors: () => void;
}

/** The figures below are not what the sheets say now. */
export function StaleBar({ errors, onRun, onShowErrors }: StaleBarProps) {
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        The sheet changed since this was worked out.
        {errors > 0 && ` It now has ${count(errors, "error")} to correct first.`}
      </MessageBarBody>
      <MessageBarActions>
        {errors > 0 ? (
          <Button size="small" onClick={onShowErrors}>
            Show what is wrong
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
