import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import type { AnsweredQuestion, Finding } from "../../../plan/finding";
import { count } from "../../../plan/report/words/figures";
import { sortedFindings } from "../../words/plan/findingGroups";
import { Fold } from "../Fold";
import { FindingLine } from "./FindingLine";
import { Questions } from "./questions/Questions";

interface FindingsListProps {
  findings: readonly Finding[];
  answered: readonly AnsweredQuestion[];
  /** Cells of the sheet's totals whose difference the page says already. */
  told: ReadonlySet<string>;
  onSelect: (address: string) => void;
  onAnswer: (key: string, choice: string | null) => void;
  /** What settles a finding in the pane itself, or null where only the sheet can. */
  correctionOf: (finding: Finding) => (() => void) | null;
}

/** What stands in the way of a run, then what is open, each to be answered by one click, then what is only to be known. */
export function FindingsList({ findings, answered, told, onSelect, onAnswer, correctionOf }: FindingsListProps) {
  const styles = useStyles();
  const { errors, questions, notices } = useMemo(() => sortedFindings(findings, told), [findings, told]);
  if (errors.length + questions.length + notices.length + answered.length === 0) return null;
  const noticeLines = (
    <ul className={styles.list}>
      {notices.map((fault) => (
        <FindingLine key={fault.message} fault={fault} onSelect={onSelect} correctionOf={correctionOf} />
      ))}
    </ul>
  );
  return (
    <section aria-label="Findings" className={styles.section}>
      {errors.length > 0 && (
        <div>
          <Text as="h2" weight="semibold" className={styles.title}>
            {count(errors.length, "error")} to correct
          </Text>
          <ul className={styles.list}>
            {errors.map((fault) => (
              <FindingLine key={fault.message} fault={fault} onSelect={onSelect} correctionOf={correctionOf} />
            ))}
          </ul>
        </div>
      )}
      <Questions
        questions={questions}
        answered={answered}
        onSelect={onSelect}
        onAnswer={onAnswer}
        correctionOf={correctionOf}
      />
      {notices.length > mostNotices && <Fold title={`Notices (${notices.length})`}>{noticeLines}</Fold>}
      {notices.length > 0 && notices.length <= mostNotices && (
        <div>
          <Text as="h2" weight="semibold" className={styles.title}>
            {count(notices.length, "notice")}
          </Text>
          {noticeLines}
        </div>
      )}
    </section>
  );
}

/** More are folded, so that the questions stay in sight. */
const mostNotices = 3;

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
  title: { margin: 0 },
  list: { listStyleType: "none", margin: 0, padding: 0, width: "100%" },
});
