import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import type { AnsweredQuestion, Finding } from "../../../../plan/finding";
import { count } from "../../../../plan/report/words/figures";
import { sentence } from "../../../words/sentence";
import { CellLink } from "../../CellLink";
import { Fold } from "../../Fold";
import { QuestionGroup } from "./QuestionGroup";
import { useNextQuestion } from "./useNextQuestion";

interface QuestionsProps {
  questions: readonly Finding[];
  answered: readonly AnsweredQuestion[];
  onSelect: (address: string) => void;
  /** Null takes an answer back. */
  onAnswer: (key: string, choice: string | null) => void;
  /** What settles a question otherwise, or null where only the sheet can. */
  correctionOf: (finding: Finding) => (() => void) | null;
}

/** What the sheets leave open. An answer leads on to the next question; answers can be taken back. */
export function Questions({ questions, answered, onSelect, onAnswer, correctionOf }: QuestionsProps) {
  const styles = useStyles();
  const { frame, onPressed } = useNextQuestion();
  const answer = (key: string, choice: string | null) => {
    onPressed();
    onAnswer(key, choice);
  };
  if (questions.length + answered.length === 0) return null;
  return (
    <div ref={frame} className={styles.frame}>
      {questions.length > 0 && (
        <Text as="h2" weight="semibold" className={styles.title}>
          {count(questions.length, "question")}
        </Text>
      )}
      {questions.map((finding) => (
        <QuestionGroup
          key={finding.question?.key}
          finding={finding}
          onSelect={onSelect}
          onAnswer={answer}
          onCorrect={correctionOf(finding)}
        />
      ))}
      {answered.length > 0 && (
        <Fold title={`Answered (${answered.length})`}>
          <ul className={styles.list}>
            {answered.map(({ key, cell, message, chosen }) => (
              <li key={key} className={styles.item}>
                <Text size={200} className={styles.words}>
                  {cell && <CellLink address={cell} onSelect={onSelect} />} {sentence(message)} <b>{chosen}</b>
                </Text>
                <Button size="small" aria-label={`Undo: ${chosen}`} onClick={() => answer(key, null)}>
                  Undo
                </Button>
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  frame: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  title: { margin: 0 },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  item: {
    display: "flex",
    columnGap: tokens.spacingHorizontalS,
    alignItems: "flex-start",
    justifyContent: "space-between",
    paddingBottom: tokens.spacingVerticalS,
  },
  words: { minWidth: 0, overflowWrap: "anywhere" },
});
