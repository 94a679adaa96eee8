import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import type { Problem, Task } from "../state/paneState";

interface ProblemBarProps {
  problem: Problem;
  onDismiss: () => void;
}

/** What went wrong and what to do about it; stays until dismissed or until the next task. */
export function ProblemBar({ problem, onDismiss }: ProblemBarProps) {
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
      />
    </MessageBar>
  );
}

const titles: Record<Task, string> = {
  reading: "Not read",
  running: "Not run",
  writing: "Nothing written",
  inserting: "Nothing inserted",
  restoring: "Not put back",
};
