import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { CellLink } from "../../CellLink";
import type { NotedRow } from "../../../words/plan/notedRows";

interface RowsPartProps {
  rows: readonly NotedRow[];
  onSelect: (address: string) => void;
  /** Null: as it was read. */
  onRow: (cell: string, row: "counts" | null) => void;
  onLeaveOutSelected: () => void;
}

/** The rows that do not count, each with the reason, and those that the user has spoken of. */
export function RowsPart({ rows, onSelect, onRow, onLeaveOutSelected }: RowsPartProps) {
  const styles = useStyles();
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? rows : rows.slice(0, shownAtFirst);
  return (
    <section aria-label="Rows" className={styles.section}>
      <Text as="h3" weight="semibold" className={styles.title}>
        Rows
      </Text>
      {rows.length === 0 && (
        <Text size={200} className={styles.quiet}>
          Every row counts.
        </Text>
      )}
      <ul className={styles.list}>
        {shown.map(({ cell, key, name, why, said }) => (
          <li key={cell} className={styles.item}>
            <Text size={200} className={styles.words}>
              <CellLink address={cell} onSelect={onSelect} /> {name} <span className={styles.quiet}>{why}</span>
            </Text>
            {said === null ? (
              <Button size="small" aria-label={`Count it: ${name || cell}`} onClick={() => onRow(key, "counts")}>
                Count it
              </Button>
            ) : (
              <Button size="small" aria-label={`Undo: ${name || cell}`} onClick={() => onRow(key, null)}>
                Undo
              </Button>
            )}
          </li>
        ))}
      </ul>
      {shown.length < rows.length && (
        <Button appearance="subtle" size="small" className={styles.start} onClick={() => setShowsAll(true)}>
          Show all {rows.length}
        </Button>
      )}
      <Button size="small" className={styles.start} onClick={onLeaveOutSelected}>
        Leave out the selected row
      </Button>
    </section>
  );
}

const shownAtFirst = 12;

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXS },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  item: {
    display: "flex",
    columnGap: tokens.spacingHorizontalS,
    alignItems: "center",
    justifyContent: "space-between",
    paddingTop: tokens.spacingVerticalXXS,
    paddingBottom: tokens.spacingVerticalXXS,
  },
  words: { minWidth: 0, overflowWrap: "anywhere" },
  start: { alignSelf: "flex-start" },
});
