import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import type { Problem, Task } from "../state/paneState";

interface ProblemBarProps {
  problem: Problem;
  /** Null where the button that failed is still in its place. */
  onTryAgain: (() => void) | null;
  onDismiss: () => void;
}

/** What went wrong and what to do about it; stays until dismissed or until the next task. */
export function ProblemBar({ problem, onTryAgain, onDismiss }: ProblemBarProps) {
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{titles[problem.task]}</MessageBarTitle> {problem.message}
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            icon={<DismissRegular />}
            aria-label="Dismiss the message"
            onClick={onDismiss}
          />
        }
      >
        {onTryAgain && <Button onClick={onTryAgain}>Try again</Button>}
      </MessageBarActions>
    </MessageBar>
  );
}

const titles: Record<Task, string> = {
  reading: "Not read",
  correcting: "Not corrected",
  saving: "Not kept",
  running: "Not run",
  simulating: "Not assessed",
  writing: "Nothing written",
  inserting: "Nothing inserted",
  restoring: "Not put back",
  checking: "Not checked",
  sharing: "Not shared",
  repairing: "Not mended",
};
