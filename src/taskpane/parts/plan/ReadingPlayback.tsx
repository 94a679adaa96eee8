import { makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { CheckmarkCircleRegular, WarningRegular } from "@fluentui/react-icons";
import { useMemo } from "react";
import type { PlanReading } from "../../../plan/reading/planReading";
import { cellName } from "../../../cells/address";
import { playback, type PlaybackLine } from "../../../plan/report/playback";
import { CellLink } from "../CellLink";
import { Sentence } from "../results/Sentence";

interface ReadingPlaybackProps {
  reading: PlanReading;
  locale: string | undefined;
  onSelect: (address: string) => void;
}

/** The reading in one sentence, held against the sheet's own totals, before anything runs. */
export function ReadingPlayback({ reading, locale, onSelect }: ReadingPlaybackProps) {
  const styles = useStyles();
  const played = useMemo(() => playback(reading, locale), [reading, locale]);
  if (!played) return null;
  const { sentence, agrees, differences, asides } = played;
  return (
    <section aria-label="What was read" className={styles.section}>
      <Sentence isHeadline>{sentence}</Sentence>
      {agrees && (
        <div className={styles.line}>
          <CheckmarkCircleRegular aria-hidden className={mergeClasses(styles.icon, styles.good)} />
          <LineWords line={agrees} onSelect={onSelect} />
        </div>
      )}
      {differences.slice(0, mostDifferences).map((line) => (
        <div key={line.text} className={styles.line}>
          <WarningRegular aria-label="Differs" className={mergeClasses(styles.icon, styles.amber)} />
          <LineWords line={line} onSelect={onSelect} />
        </div>
      ))}
      {differences.length > mostDifferences && (
        <Text size={200} className={styles.quiet}>
          {differences.length - mostDifferences} more of your totals differ from their rows.
        </Text>
      )}
      {asides.map((line) => (
        <Text key={line.text} as="p" size={200} className={styles.quiet}>
          {line.text}{" "}
          {line.cells.slice(0, mostCells).map((cell, index) => (
            <span key={cell}>
              {index > 0 && ", "}
              <CellLink address={cell} onSelect={onSelect}>
                {rowName(cell)}
              </CellLink>
            </span>
          ))}
          {line.cells.length > mostCells && ` and ${line.cells.length - mostCells} more`}
        </Text>
      ))}
    </section>
  );
}

/** The months of a year all differ by one row: the first few say it. */
const mostDifferences = 3;
const mostCells = 5;

/** "row 7" for "Register!A7:Q7". */
function rowName(address: string): string {
  return `row ${/\d+/.exec(cellName(address))?.[0] ?? address}`;
}

/** The text with each of its cells as a link that selects it. */
function LineWords({ line: { text, cells }, onSelect }: { line: PlaybackLine; onSelect: (address: string) => void }) {
  const parts = text.split(/\b([A-Z]{1,3}\d+)\b/);
  return (
    <Text>
      {parts.map((part, index) => {
        const cell = index % 2 === 1 && cells.find((address) => cellName(address) === part);
        return cell ? (
          <CellLink key={index} address={cell} onSelect={onSelect}>
            {part}
          </CellLink>
        ) : (
          part
        );
      })}
    </Text>
  );
}

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXS },
  line: { display: "flex", columnGap: tokens.spacingHorizontalS, alignItems: "flex-start" },
  icon: { flexShrink: 0, fontSize: tokens.fontSizeBase500 },
  good: { color: tokens.colorStatusSuccessForeground3 },
  amber: { color: tokens.colorStatusWarningForeground3 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
});
