import { Button, Link, makeStyles, Text, tokens } from "@fluentui/react-components";
import { ErrorCircleRegular, WarningRegular } from "@fluentui/react-icons";
import { useState } from "react";
import type { Finding } from "../../../plan/finding";
import { count } from "../../../plan/report/figures";
import { CellLink } from "../CellLink";

interface FindingsListProps {
  findings: readonly Finding[];
  onSelect: (address: string) => void;
  /** What settles a finding in the pane itself, or null where only the sheet can. */
  correctionOf: (finding: Finding) => (() => void) | null;
}

/** What the user should know about the tables: errors first, each with the cell to blame. */
export function FindingsList({ findings, onSelect, correctionOf }: FindingsListProps) {
  const styles = useStyles();
  const [showsAll, setShowsAll] = useState(false);
  if (findings.length === 0) return null;
  const errors = findings.filter((finding) => finding.level === "error");
  const warnings = findings.filter((finding) => finding.level === "warning");
  const all = [...errors, ...warnings];
  const shown = showsAll ? all : all.slice(0, shownAtFirst);
  const title = [
    errors.length > 0 && count(errors.length, "error"),
    warnings.length > 0 && count(warnings.length, "warning"),
  ];

  return (
    <section aria-label="Findings" className={styles.section}>
      <Text as="h2" weight="semibold" className={styles.title}>
        {title.filter(Boolean).join(", ")}
      </Text>
      <ul className={styles.list}>
        {shown.map((finding, index) => (
          <FindingItem
            key={`${finding.cell} ${index}`}
            finding={finding}
            onSelect={onSelect}
            onCorrect={correctionOf(finding)}
          />
        ))}
      </ul>
      {shown.length < all.length && (
        <Button appearance="subtle" size="small" onClick={() => setShowsAll(true)}>
          Show all {count(all.length, "finding")}
        </Button>
      )}
    </section>
  );
}

const shownAtFirst = 20;

interface FindingItemProps {
  finding: Finding;
  onSelect: (address: string) => void;
  onCorrect: (() => void) | null;
}

function FindingItem({ finding, onSelect, onCorrect }: FindingItemProps) {
  const styles = useStyles();
  return (
    <li className={styles.item}>
      {finding.level === "error" ? (
        <ErrorCircleRegular className={styles.error} aria-label="Error" />
      ) : (
        <WarningRegular className={styles.warning} aria-label="Warning" />
      )}
      <Text className={styles.words}>
        {finding.cell && (
          <>
            <CellLink address={finding.cell} onSelect={onSelect} />{" "}
          </>
        )}
        {finding.cell ? finding.message : capitalised(finding.message)}
        {onCorrect && (
          <>
            .{" "}
            <Link as="button" inline onClick={onCorrect} aria-label={`Say what ${finding.cell} means`}>
              Say what it means
            </Link>
          </>
        )}
      </Text>
    </li>
  );
}

function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", alignItems: "flex-start", rowGap: tokens.spacingVerticalXS },
  title: { margin: 0 },
  list: { listStyleType: "none", margin: 0, padding: 0, width: "100%" },
  item: {
    display: "flex",
    columnGap: tokens.spacingHorizontalS,
    paddingTop: tokens.spacingVerticalXS,
    paddingBottom: tokens.spacingVerticalXS,
  },
  words: { minWidth: 0, overflowWrap: "anywhere" },
  error: { flexShrink: 0, fontSize: tokens.fontSizeBase500, color: tokens.colorStatusDangerForeground1 },
  warning: { flexShrink: 0, fontSize: tokens.fontSizeBase500, color: tokens.colorStatusWarningForeground3 },
});
