import { Link, makeStyles, Text, tokens } from "@fluentui/react-components";
import { ErrorCircleRegular, InfoRegular } from "@fluentui/react-icons";
import { useState } from "react";
import type { Finding } from "../../../plan/finding";
import type { FindingGroup } from "../../words/findingGroups";
import { sentence } from "../../words/sentence";
import { CellLink } from "../CellLink";

interface FindingLineProps {
  group: FindingGroup;
  onSelect: (address: string) => void;
  correctionOf: (finding: Finding) => (() => void) | null;
}

/** One fault with its cell; where it is in several places, how many, and each of them on demand. */
export function FindingLine({ group, onSelect, correctionOf }: FindingLineProps) {
  const styles = useStyles();
  const [showsAll, setShowsAll] = useState(false);
  const { findings } = group;
  const [first] = findings;
  if (!first) return null;
  const correct = correctionOf(first);
  const sameCells = group.count - findings.length;
  return (
    <li className={styles.item}>
      {first.level === "error" ? (
        <ErrorCircleRegular className={styles.error} aria-label="Error" />
      ) : (
        <InfoRegular className={styles.notice} aria-label="Notice" />
      )}
      <div className={styles.words}>
        <Text>
          {first.cell && <CellLink address={first.cell} onSelect={onSelect} />} {sentence(group.message)}
          {sameCells > 0 && ` (${group.count} cells)`}
          {correct && (
            <>
              {" "}
              <Link as="button" inline onClick={correct} aria-label={`Correct it: ${first.cell}`}>
                Correct it
              </Link>
            </>
          )}
          {findings.length > 1 && (
            <>
              {" "}
              <Link as="button" inline aria-expanded={showsAll} onClick={() => setShowsAll(!showsAll)}>
                {showsAll ? "Show the first only" : `And ${findings.length - 1} more like it`}
              </Link>
            </>
          )}
        </Text>
        {showsAll && (
          <ul className={styles.list}>
            {findings.slice(1).map((finding, index) => (
              <li key={`${finding.cell} ${index}`}>
                <Text size={200}>
                  {finding.cell && <CellLink address={finding.cell} onSelect={onSelect} />}{" "}
                  {finding.message !== group.message && sentence(finding.message)}
                </Text>
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}

const useStyles = makeStyles({
  item: {
    display: "flex",
    columnGap: tokens.spacingHorizontalS,
    paddingTop: tokens.spacingVerticalXS,
    paddingBottom: tokens.spacingVerticalXS,
  },
  words: { minWidth: 0, overflowWrap: "anywhere" },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  error: { flexShrink: 0, fontSize: tokens.fontSizeBase500, color: tokens.colorStatusDangerForeground1 },
  notice: { flexShrink: 0, fontSize: tokens.fontSizeBase500, color: tokens.colorNeutralForeground3 },
});
