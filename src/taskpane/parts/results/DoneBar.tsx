import {
  Button,
  Link,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import type { Written } from "../../../workbook/write/writeBreakdown";
import { count } from "../../../plan/report/figures";

interface DoneBarProps {
  written: Written;
  undoesInOneStep: boolean;
  onSheet: (name: string) => void;
  onDismiss: () => void;
}

/** What was written where, with a link to each sheet. */
export function DoneBar({ written, undoesInOneStep, onSheet, onDismiss }: DoneBarProps) {
  const styles = useStyles();
  return (
    <MessageBar intent="success" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{count(written.sheets.length, "sheet")} written.</MessageBarTitle>
        {undoesInOneStep && " Undo takes it all back in one step."}
        <ul className={styles.list}>
          {written.sheets.map(({ name, isNew }) => (
            <li key={name}>
              <Link as="button" inline onClick={() => onSheet(name)}>
                {name}
              </Link>
              {isNew ? " – new" : " – updated"}
            </li>
          ))}
        </ul>
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

const useStyles = makeStyles({
  list: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    paddingTop: tokens.spacingVerticalXS,
    overflowWrap: "anywhere",
  },
});
