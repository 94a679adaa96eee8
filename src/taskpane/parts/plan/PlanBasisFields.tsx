import { Field, Input, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Corrections, PlanReading } from "../../../plan/reading/planReading";

interface PlanBasisFieldsProps {
  reading: PlanReading;
  corrections: Corrections;
  onCorrect: (corrections: Corrections) => void;
}

/** What the whole plan is counted in: its unit, its price basis and what a bare year such as 2016 means. */
export function PlanBasisFields({ reading, corrections, onCorrect }: PlanBasisFieldsProps) {
  const styles = useStyles();
  const bare = reading.years.find(({ label }) => /^\d{4}$/.test(label.trim()));
  return (
    <div className={styles.fields}>
      <TextField
        label="Unit"
        example="£m"
        value={corrections.unit ?? reading.plan?.unit ?? ""}
        onValue={(unit) => onCorrect({ ...corrections, unit })}
      />
      <TextField
        label="Price basis"
        example="cash, or 2014/15 prices"
        value={corrections.priceBasis ?? (reading.plan?.prices === "unstated" ? "" : reading.plan?.priceBasis) ?? ""}
        onValue={(priceBasis) => onCorrect({ ...corrections, priceBasis })}
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

interface TextFieldProps {
  label: string;
  example: string;
  value: string;
  onValue: (value: string) => void;
}

/** Takes effect when the user leaves it or presses Enter, not at every key. */
function TextField({ label, example, value, onValue }: TextFieldProps) {
  const styles = useStyles();
  const [typed, setTyped] = useState<string | null>(null);
  const take = () => {
    if (typed !== null && typed.trim() !== value) onValue(typed.trim());
    setTyped(null);
  };
  return (
    <Field label={label} size="small" className={styles.field}>
      <Input
        className={styles.input}
        value={typed ?? value}
        placeholder={example}
        onChange={(_, data) => setTyped(data.value)}
        onBlur={take}
        onKeyDown={(event) => event.key === "Enter" && take()}
      />
    </Field>
  );
}

const useStyles = makeStyles({
  fields: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalM, paddingTop: tokens.spacingVerticalM },
  field: { flexGrow: 1, flexBasis: "120px", minWidth: 0, maxWidth: "320px" },
  input: { minWidth: 0, width: "100%" },
});
