import { Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import type { Corrections, PlanReading } from "../../../plan/reading/planReading";
import { TextField } from "../TextField";

interface PlanBasisFieldsProps {
  reading: PlanReading;
  corrections: Corrections;
  onCorrect: (corrections: Corrections) => void;
}

/** What the whole plan is counted in: its unit, its price basis and what a bare year such as 2016 means. */
export function PlanBasisFields({ reading, corrections, onCorrect }: PlanBasisFieldsProps) {
  const styles = useStyles();
  const bare = reading.years.find(({ label }) => /^\d{4}$/.test(label.trim()));
  const correct = (part: "unit" | "priceBasis") => (text: string) => {
    onCorrect({ ...corrections, [part]: text });
    return null;
  };
  return (
    <div className={styles.fields}>
      <TextField
        label="Unit"
        example="£m"
        value={corrections.unit ?? reading.plan?.unit ?? ""}
        className={styles.field}
        onValue={correct("unit")}
      />
      <TextField
        label="Price basis"
        example="cash, or 2014/15 prices"
        value={corrections.priceBasis ?? (reading.plan?.prices === "unstated" ? "" : reading.plan?.priceBasis) ?? ""}
        className={styles.field}
        onValue={correct("priceBasis")}
      />
      {bare && (
        <Field label={`${bare.label} means the fiscal year that`} size="small" className={styles.field}>
          <Select
            value={corrections.bareYear ?? "start"}
            onChange={(_, { value }) => onCorrect({ ...corrections, bareYear: value === "end" ? "end" : "start" })}
          >
            <option value="start">starts in {bare.label}</option>
            <option value="end">ends in {bare.label}</option>
          </Select>
        </Field>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  fields: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalM, paddingTop: tokens.spacingVerticalM },
  field: { flexGrow: 1, flexBasis: "120px", minWidth: 0, maxWidth: "320px" },
});
