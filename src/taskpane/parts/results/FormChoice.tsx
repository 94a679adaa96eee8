import { Field, makeStyles, Radio, RadioGroup, Text, tokens } from "@fluentui/react-components";
import type { AlsoWritten } from "../../../plan/report/alsoWritten";
import { offeredForms, type WrittenForm } from "../../../plan/report/writtenForm";

interface FormChoiceProps {
  also: AlsoWritten;
  onChoose: (also: AlsoWritten) => void;
}

/** How the tables are written, where there is more than one way. */
export function FormChoice({ also, onChoose }: FormChoiceProps) {
  const styles = useStyles();
  return (
    <Field label="Written as">
      <RadioGroup
        value={also.form ?? "values"}
        onChange={(_, { value }) => onChoose({ ...also, form: value as WrittenForm })}
      >
        {offeredForms.map((form) => (
          <Radio
            key={form}
            value={form}
            label={
              <>
                {words[form].name}
                <Text as="p" block size={200} className={styles.meaning}>
                  {words[form].meaning}
                </Text>
              </>
            }
          />
        ))}
      </RadioGroup>
    </Field>
  );
}

const words: Record<WrittenForm, { name: string; meaning: string }> = {
  values: { name: "Values", meaning: "Figures as they are now, until the next run." },
  portable: {
    name: "Portable",
    meaning: "Excel's own formulas on your cells: they follow numbers, dates and yes or no, in any spreadsheet.",
  },
  live: { name: "Live", meaning: "The add-in's functions on your tables: they follow every cell." },
};

const useStyles = makeStyles({
  meaning: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
});
