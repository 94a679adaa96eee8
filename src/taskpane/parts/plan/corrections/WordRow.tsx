import { makeStyles, mergeClasses, Select, TableCell, TableRow, tokens } from "@fluentui/react-components";
import { count as countOf } from "../../../../plan/report/words/figures";

interface WordRowProps {
  word: string;
  count: number;
  /** The word of ours that it was taken for; null: kept as it stands. */
  means: string | null;
  heading: string;
  choices: readonly string[];
  onMeans: (means: string | null) => void;
}

/** A word of a column, how often it stands there, and what it means. */
export function WordRow({ word, count, means, heading, choices, onMeans }: WordRowProps) {
  const styles = useStyles();
  const isListed = means === null || choices.includes(means);
  return (
    <TableRow>
      <TableCell className={mergeClasses(styles.cell, styles.word)}>{word}</TableCell>
      <TableCell className={mergeClasses(styles.cell, styles.quiet)}>{countOf(count, "row")}</TableCell>
      <TableCell className={styles.cell}>
        <Select
          size="small"
          className={styles.select}
          aria-label={`Meaning of ${word} in ${heading}`}
          value={means ?? ""}
          onChange={(_, { value }) => onMeans(value === "" ? null : value)}
        >
          <option value="">As it stands</option>
          {!isListed && <option value={means}>{means}</option>}
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </Select>
      </TableCell>
    </TableRow>
  );
}

const useStyles = makeStyles({
  cell: { paddingLeft: 0, paddingRight: 0, fontSize: tokens.fontSizeBase200 },
  word: { paddingLeft: tokens.spacingHorizontalL, overflowWrap: "anywhere" },
  quiet: { color: tokens.colorNeutralForeground2 },
  select: { width: "100%", minWidth: 0 },
});
