import { Link, makeStyles, Text } from "@fluentui/react-components";
import { ErrorCircleRegular, InfoRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { cellName, splitAddress } from "../../../cells/address";
import type { Finding } from "../../../plan/finding";
import type { Fault } from "../../../plan/report/faults";
import { sentence } from "../../words/sentence";
import { CellLink } from "../CellLink";
import { CellLinks } from "../CellLinks";
import { lineLooks } from "../lineLooks";

interface FindingLineProps {
  fault: Fault;
  onSelect: (address: string) => void;
  correctionOf: (finding: Finding) => (() => void) | null;
}

/** One fault with all of its cells; where its words differ from cell to cell, each of them on demand. */
export function FindingLine({ fault, onSelect, correctionOf }: FindingLineProps) {
  const styles = useStyles();
  const [showsEach, setShowsEach] = useState(false);
  const { findings, cells, message } = fault;
  const [first] = findings;
  if (!first) return null;
  const correct = correctionOf(first);
  const differ = findings.some((finding) => finding.message !== message);
  const others = cells.filter((cell) => cell !== first.cell);
  const here = splitAddress(first.cell).sheet;
  const nameOf = (cell: string): string => (splitAddress(cell).sheet === here ? cellName(cell) : cell);
  return (
    <li className={styles.item}>
      {first.level === "error" ? (
        <ErrorCircleRegular className={styles.error} aria-label="Error" />
      ) : (
        <InfoRegular className={styles.notice} aria-label="Notice" />
      )}
      <div className={styles.words}>
        <Text>
          {first.cell && <CellLink address={first.cell} onSelect={onSelect} />} {sentence(message)}
          {others.length > 0 && !showsEach && (
            <>
              {" Also at "}
              <CellLinks cells={others} onSelect={onSelect} nameOf={nameOf} />.
            </>
          )}
          {differ && (
            <>
              {" "}
              <Link as="button" inline aria-expanded={showsEach} onClick={() => setShowsEach(!showsEach)}>
                {showsEach ? "Show the first only" : `Show all ${findings.length}`}
              </Link>
            </>
          )}
          {correct && (
            <>
              {" "}
              <Link as="button" inline onClick={correct} aria-label={`Correct it: ${first.cell}`}>
                Correct it
              </Link>
            </>
          )}
        </Text>
        {showsEach && (
          <ul className={styles.list}>
            {findings.slice(1).map((finding, index) => (
              <li key={`${finding.cell} ${index}`}>
                <Text size={200}>
                  <CellLinks
                    cells={finding.cells ?? (finding.cell ? [finding.cell] : [])}
                    onSelect={onSelect}
                    nameOf={nameOf}
                  />{" "}
                  {sentence(finding.message)}
                </Text>
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}

const useStyles = makeStyles(lineLooks);
