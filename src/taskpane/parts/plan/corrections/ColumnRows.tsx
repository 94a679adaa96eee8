import {
  Button,
  Link,
  makeStyles,
  mergeClasses,
  Select,
  TableCell,
  TableRow,
  Text,
  tokens,
} from "@fluentui/react-components";
import { ChevronDownRegular, ChevronRightRegular, WarningRegular } from "@fluentui/react-icons";
import { useMemo, useState } from "react";
import { columnLetters, readArea } from "../../../../cells/address";
import { choicesOf } from "../../../../plan/columns/choiceOf";
import type { ColumnReading } from "../../../../plan/reading/planReading";
import type { TableKind } from "../../../../plan/tableKinds";
import { meaningChoices } from "../../../words/plan/meaningNames";
import { WordRow } from "./WordRow";

interface ColumnRowsProps {
  kind: TableKind;
  column: ColumnReading;
  years: readonly string[];
  onSelect: (address: string) => void;
  onMeaning: (heading: string, meaning: string) => void;
  onWord: (heading: string, word: string, means: string | null) => void;
}

/** A column of the sheet; why its meaning is a guess; and, where it holds a few words, what each of them means. */
export function ColumnRows(props: ColumnRowsProps) {
  const { kind, column, years, onSelect, onMeaning, onWord } = props;
  const styles = useStyles();
  const [showsWords, setShowsWords] = useState(false);
  const heading = column.heading || `Column ${columnLetters(readArea(column.address, "")?.column ?? 0)}`;
  const choices = useMemo(() => meaningChoices(kind, column, years), [kind, column, years]);
  const ours = choicesOf(kind, column.meaning);
  const words = ours.length > 0 ? (column.words ?? []) : [];
  const values = column.firstValues.filter((value) => value !== "").join(" · ");
  const listed = words.map(({ word }) => word).join(" · ");
  return (
    <>
      <TableRow>
        <TableCell className={styles.cell}>
          <Link
            as="button"
            inline
            className={styles.heading}
            title={`Select ${column.address}: ${heading}`}
            onClick={() => onSelect(column.address)}
          >
            {heading}
          </Link>
        </TableCell>
        {words.length > 0 ? (
          <TableCell className={styles.cell}>
            <Button
              size="small"
              appearance="transparent"
              className={styles.words}
              icon={showsWords ? <ChevronDownRegular /> : <ChevronRightRegular />}
              aria-expanded={showsWords}
              aria-label={`Words of ${heading}: ${listed}`}
              title={values}
              onClick={() => setShowsWords(!showsWords)}
            >
              <span className={styles.clipped}>{listed}</span>
            </Button>
          </TableCell>
        ) : (
          <TableCell className={mergeClasses(styles.cell, styles.values)} title={values}>
            {values}
          </TableCell>
        )}
        <TableCell className={mergeClasses(styles.cell, styles.meaning)}>
          <Select
            size="small"
            className={styles.select}
            select={{ className: styles.inner }}
            aria-label={`Meaning of ${heading}`}
            title={column.why}
            value={column.meaning === "" ? "ignored" : column.meaning}
            onChange={(_, { value }) => onMeaning(column.address, value)}
          >
            {choices.map(({ name, meanings }, index) => {
              const options = meanings.map(({ id, name: meaning }) => (
                <option key={id} value={id}>
                  {meaning}
                </option>
              ));
              return name === "" ? options : <optgroup key={index} label={name} children={options} />;
            })}
          </Select>
        </TableCell>
      </TableRow>
      {column.sureness === "unsure" && (
        <TableRow>
          <TableCell colSpan={3} className={mergeClasses(styles.cell, styles.why)}>
            <WarningRegular aria-hidden className={styles.icon} />
            <Text size={200}>Unsure: it {column.why}</Text>
          </TableCell>
        </TableRow>
      )}
      {showsWords &&
        words.map((word) => (
          <WordRow
            key={word.word}
            {...word}
            heading={heading}
            choices={ours}
            onMeans={(means) => onWord(column.address, word.word, means)}
          />
        ))}
    </>
  );
}

const useStyles = makeStyles({
  cell: { paddingLeft: 0, paddingRight: tokens.spacingHorizontalXS, verticalAlign: "middle" },
  heading: {
    display: "-webkit-box",
    WebkitBoxOrient: "vertical",
    WebkitLineClamp: 2,
    overflow: "hidden",
    overflowWrap: "anywhere",
    textAlign: "left",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  values: {
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    whiteSpace: "nowrap",
    overflow: "hidden",
    textOverflow: "ellipsis",
  },
  words: {
    minWidth: 0,
    maxWidth: "100%",
    paddingLeft: 0,
    paddingRight: 0,
    justifyContent: "flex-start",
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
  clipped: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  meaning: { paddingRight: 0 },
  select: { width: "100%", minWidth: 0 },
  inner: { minWidth: 0, textOverflow: "ellipsis" },
  why: { color: tokens.colorStatusWarningForeground3, overflowWrap: "anywhere" },
  icon: { verticalAlign: "text-bottom", marginRight: tokens.spacingHorizontalXXS },
});
