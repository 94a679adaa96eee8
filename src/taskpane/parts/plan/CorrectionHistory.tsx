import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { ArrowUndoRegular } from "@fluentui/react-icons";
import { count } from "../../../plan/report/figures";

interface CorrectionHistoryProps {
  /** How many things the user has said. */
  said: number;
  canUndo: boolean;
  onUndo: () => void;
  onTakeBackAll: () => void;
}

/** What the user said of the sheets, kept in the workbook, can be taken back: the last, or all of it. */
export function CorrectionHistory({ said, canUndo, onUndo, onTakeBackAll }: CorrectionHistoryProps) {
  const styles = useStyles();
  if (said === 0 && !canUndo) return null;
  return (
    <div role="group" aria-label="Corrections" className={styles.row}>
      <Text size={200} className={styles.quiet}>
        {count(said, "correction")}
      </Text>
      <Button
        size="small"
        appearance="subtle"
        icon={<ArrowUndoRegular />}
        disabledFocusable={!canUndo}
        onClick={() => canUndo && onUndo()}
      >
        Undo the last
      </Button>
      <Button
        size="small"
        appearance="subtle"
        disabledFocusable={said === 0}
        onClick={() => said > 0 && onTakeBackAll()}
      >
        Take back all
      </Button>
    </div>
  );
}

const useStyles = makeStyles({
  row: { display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: tokens.spacingHorizontalXS },
  quiet: { color: tokens.colorNeutralForeground2 },
});
