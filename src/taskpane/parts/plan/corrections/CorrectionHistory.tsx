import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { ArrowUndoRegular } from "@fluentui/react-icons";
import type { Corrections } from "../../../../plan/reading/planReading";
import { count } from "../../../../plan/report/words/figures";
import type { WorkbookReading } from "../../../../workbook/read/readWorkbookPlan";
import { correctionCount } from "../../../state/corrections";

interface CorrectionHistoryProps {
  corrections: Corrections;
  /** With those that the workbook keeps and whose cells are not found any more. */
  reading: WorkbookReading;
  canUndo: boolean;
  onUndo: () => void;
  onTakeBackAll: () => void;
}

/** What the user said of the sheets, kept in the workbook, can be taken back: the last, or all of it. */
export function CorrectionHistory({ corrections, reading, canUndo, onUndo, onTakeBackAll }: CorrectionHistoryProps) {
  const styles = useStyles();
  const lost = reading.lostCorrections?.said.length ?? 0;
  const said = correctionCount(corrections) + lost;
  if (said === 0 && !canUndo) return null;
  return (
    <div role="group" aria-label="Corrections" className={styles.row}>
      <Text size={200} className={styles.quiet}>
        {count(said, "correction")}
        {lost > 0 && `, ${lost} not found any more`}
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
