import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";

interface RestoreBarProps {
  /** What was broken off, in one sentence. */
  sentence: string;
  onRestore: () => void;
  onDiscard: () => void;
}

/** An earlier write was broken off: put back what was there, or keep what is there now. */
export function RestoreBar({ sentence, onRestore, onDiscard }: RestoreBarProps) {
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>A write was broken off</MessageBarTitle> {sentence}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={onRestore}>
          Put it back
        </Button>
        <Button size="small" onClick={onDiscard}>
          Keep as it is
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
