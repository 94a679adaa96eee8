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
import { count } from "../../../plan/report/words/figures";

interface DoneBarProps {
  written: Written;
  onSheet: (name: string) => void;
  onDismiss: () => void;
}

/** What was written where, with a link to each sheet. */
export function DoneBar({ written, onSheet, onDismiss }: DoneBarProps) {
  const styles = useStyles();
  return (
    <MessageBar intent="success" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{count(written.sheets.length, "sheet")} written.</MessageBarTitle>
        {written.undoSteps !== null &&
          ` Undo takes it all back in ${written.undoSteps === 1 ? "one step" : count(written.undoSteps, "step")}.`}
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
