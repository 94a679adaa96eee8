import { Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import type { Method } from "../../../engine/attribution/methods";
import type { BreakdownBy } from "../../../plan/report/breakdownBy";
import { MethodChoice } from "../MethodChoice";

interface ResultChoicesProps {
  by: BreakdownBy;
  method: Method;
  /** Whether anything overlaps, so that the method matters. */
  overlaps: boolean;
  onBy: (by: BreakdownBy) => void;
  onMethod: (method: Method) => void;
}

/** By what the saving is split, and by which method. */
export function ResultChoices({ by, method, overlaps, onBy, onMethod }: ResultChoicesProps) {
  const styles = useStyles();
  return (
    <div className={styles.row}>
      <Field label="Break down by" size="small" className={styles.choice}>
        <Select value={by} onChange={(_, { value }) => onBy(value as BreakdownBy)}>
          {Object.entries(byNames).map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <MethodChoice label="Method" method={method} overlaps={overlaps} onMethod={onMethod} className={styles.choice} />
    </div>
  );
}

export const byNames: Record<BreakdownBy, string> = { group: "Group", lever: "Lever", type: "Type", status: "Status" };

const useStyles = makeStyles({
  row: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalM },
  choice: { flexGrow: 1, flexBasis: "120px", minWidth: 0, maxWidth: "240px", "& > *": { minWidth: 0 } },
});
