import { Button, makeStyles, Text, ToggleButton, tokens, useId } from "@fluentui/react-components";
import { CheckmarkRegular, ErrorCircleRegular, QuestionCircleRegular } from "@fluentui/react-icons";
import type { Finding } from "../../../../plan/finding";
import { sentence } from "../../../words/sentence";
import { cellName } from "../../../../cells/address";
import { CellLink } from "../../CellLink";
import { CellLinks } from "../../CellLinks";

interface QuestionGroupProps {
  finding: Finding;
  onSelect: (address: string) => void;
  onAnswer: (key: string, choice: string) => void;
  /** Where none of the choices is right; null where only the sheet can say. */
  onCorrect: (() => void) | null;
}

/** A question in the sheet's words; a click on a choice answers it, on the one that was taken agrees with it. */
export function QuestionGroup({ finding, onSelect, onAnswer, onCorrect }: QuestionGroupProps) {
  const styles = useStyles();
  const id = useId("question");
  const { cell, message, question, level, count = 1 } = finding;
  if (!question) return null;
  const { key, choices, taken, cells = [] } = question;
  const others = cells.filter((other) => other !== cell);
  const isOpen = level === "error";
  return (
    <div role="group" aria-labelledby={id} className={styles.group}>
      {isOpen ? (
        <ErrorCircleRegular className={styles.error} aria-label="To be answered before a run" />
      ) : (
        <QuestionCircleRegular className={styles.asked} aria-hidden />
      )}
      <div className={styles.words}>
        <Text id={id}>
          {cell && <CellLink address={cell} onSelect={onSelect} />} {sentence(message)}
          {count > 1 && others.length === 0 && ` (${count} cells)`}
          {others.length > 0 && (
            <>
              {" Also at "}
              <CellLinks cells={others} onSelect={onSelect} nameOf={cellName} />.
            </>
          )}
        </Text>
        <div className={styles.choices}>
          {choices.map((choice) => {
            const isTaken = !isOpen && choice === taken;
            return (
              <ToggleButton
                key={choice}
                size="small"
                className={styles.choice}
                checked={isTaken}
                icon={isTaken ? <CheckmarkRegular /> : null}
                onClick={() => onAnswer(key, choice)}
              >
                {choice}
              </ToggleButton>
            );
          })}
          {onCorrect && (
            <Button
              size="small"
              appearance="transparent"
              className={styles.choice}
              aria-label={`Something else: say what ${cell} means`}
              onClick={onCorrect}
            >
              Something else
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}

const useStyles = makeStyles({
  group: {
    display: "flex",
    columnGap: tokens.spacingHorizontalS,
    alignItems: "flex-start",
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
  },
  words: {
    minWidth: 0,
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
    overflowWrap: "anywhere",
  },
  choices: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  choice: { maxWidth: "100%", minWidth: "auto", fontWeight: tokens.fontWeightRegular, textAlign: "left" },
  error: { flexShrink: 0, fontSize: tokens.fontSizeBase500, color: tokens.colorStatusDangerForeground1 },
  asked: { flexShrink: 0, fontSize: tokens.fontSizeBase500, color: tokens.colorStatusWarningForeground3 },
});
