import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";

interface StaleBarProps {
  /** What now stands in the way of a run: "1 error to correct"; "" where nothing does. */
  held: string;
  onRun: () => void;
  onShowErrors: () => void;
}

/** The figures below are not what the sheets say now. */
export function StaleBar({ held, onRun, onShowErrors }: StaleBarProps) {
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        The sheet changed since this was worked out.
        {held !== "" && ` It now has ${held} first.`}
      </MessageBarBody>
      <MessageBarActions>
        {held !== "" ? (
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
