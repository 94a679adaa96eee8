import { Field, Input, makeStyles, tokens } from "@fluentui/react-components";

interface HorizonQuestionProps {
  horizon: number;
  onHorizon: (years: number) => void;
}

/** Asked where no table has a year in its headings. */
export function HorizonQuestion({ horizon, onHorizon }: HorizonQuestionProps) {
  const styles = useStyles();
  const give = (years: number) => {
    if (Number.isInteger(years) && years >= 1 && years <= mostYears) onHorizon(years);
  };
  return (
    <Field
      label="How many years to plan for?"
      hint="No table has years in its headings."
      size="small"
      className={styles.field}
    >
      <Input
        type="number"
        defaultValue={String(horizon)}
        min={1}
        max={mostYears}
        onChange={(_, { value }) => give(Number(value))}
      />
    </Field>
  );
}

const mostYears = 50;

const useStyles = makeStyles({ field: { maxWidth: "240px", paddingLeft: tokens.spacingHorizontalXS } });
