import { makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { CheckmarkCircleRegular, WarningRegular } from "@fluentui/react-icons";
import { cellName } from "../../../cells/address";
import type { Playback, PlaybackLine } from "../../../plan/report/words/playback";
import { toldDifferences } from "../../words/plan/toldTotals";
import { CellLink } from "../CellLink";
import { CellLinks } from "../CellLinks";
import { Sentence } from "../results/Sentence";

interface ReadingPlaybackProps {
  /** Null where there is no register. */
  played: Playback | null;
  onSelect: (address: string) => void;
}

/** The reading in one sentence, held against the sheet's own totals, before anything runs. */
export function ReadingPlayback({ played, onSelect }: ReadingPlaybackProps) {
  const styles = useStyles();
  if (!played) return null;
  const { sentence, agrees, differences, asides } = played;
  const more = differences.length - toldDifferences(played).length;
  return (
    <section aria-label="What was read" className={styles.section}>
      <Sentence isHeadline>{sentence}</Sentence>
      {agrees && (
        <div className={styles.line}>
          <CheckmarkCircleRegular aria-hidden className={mergeClasses(styles.icon, styles.good)} />
          <LineWords line={agrees} onSelect={onSelect} />
        </div>
      )}
      {toldDifferences(played).map((line) => (
        <div key={line.text} className={styles.line}>
          <WarningRegular aria-label="Differs" className={mergeClasses(styles.icon, styles.amber)} />
          <LineWords line={line} onSelect={onSelect} />
        </div>
      ))}
      {more > 0 && (
        <Text size={200} className={styles.quiet}>
          {more} more of your totals {more === 1 ? "differs from its" : "differ from their"} rows; see the notices.
        </Text>
      )}
      {asides.map((line) => (
        <Text key={line.text} as="p" size={200} className={styles.quiet}>
          {line.text} <CellLinks cells={line.cells} onSelect={onSelect} nameOf={rowName} />
        </Text>
      ))}
    </section>
  );
}

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
