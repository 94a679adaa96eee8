import { Checkbox, makeStyles, Text, tokens } from "@fluentui/react-components";
import { columnLetters, readArea } from "../../../cells/address";
import type { Corrections, TableReading } from "../../../plan/reading/planReading";
import { Fold } from "../Fold";

interface CarriedPartProps {
  table: TableReading;
  corrections: Corrections;
  onCarried: (heading: string, isCarried: boolean) => void;
}

/** Which other columns of the register are to stand beside the levers in the Breakdown. */
export function CarriedPart({ table, corrections: { carried = {} }, onCarried }: CarriedPartProps) {
  const styles = useStyles();
  const columns = table.columns.filter(({ meaning }) => !alwaysThere.has(meaning.split(":")[0] ?? ""));
  const ticked = columns.filter(({ address }) => carried[address]).length;
  if (columns.length === 0) return null;
  return (
    <Fold title={`Beside the levers in the Breakdown (${ticked})`}>
      <Text size={200} className={styles.quiet}>
        Reference, group, type and status are there in any case.
      </Text>
      <div role="group" aria-label="Columns beside the levers in the Breakdown" className={styles.list}>
        {columns.map(({ heading, address }) => (
          <Checkbox
            key={address}
            size="medium"
            className={styles.choice}
            label={heading || `Column ${columnLetters(readArea(address, "")?.column ?? 0)}`}
            checked={carried[address] === true}
            onChange={(_, { checked }) => onCarried(address, checked === true)}
          />
        ))}
      </div>
    </Fold>
  );
}

/** Meanings that the Breakdown shows, and amounts that it works out itself. */
const alwaysThere = new Set(
  "lever reference group kind type recurrent cashEffect efficiencyType status rag risk gate amount year month quarter share".split(
    " ",
  ),
);

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2 },
  list: { display: "flex", flexDirection: "column" },
  choice: { overflowWrap: "anywhere" },
});
