import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { NumberInput } from "./NumberInput";
import { deliveryProblem } from "./scenarioFields";

interface FactorFieldsProps {
  /** What is named before each field where it is read out: "Delivery of", "Weight of". */
  what: string;
  names: readonly string[];
  factors: Readonly<Record<string, number>>;
  /** What holds for a name without a factor of its own, in percent. */
  usual: (name: string) => string;
  locale: string | undefined;
  onFactor: (name: string, factor: number | null) => void;
}

/** A percentage for each name. */
export function FactorFields({ what, names, factors, usual, locale, onFactor }: FactorFieldsProps) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {names.map((name) => (
        <li key={name} className={styles.row}>
          <Text size={200} className={styles.name}>
            {name}
          </Text>
          <NumberInput
            className={styles.field}
            label={`${what} ${name}`}
            isLabelHidden
            value={factors[name] ?? null}
            shownAs={100}
            unit="%"
            example={usual(name)}
            locale={locale}
            refuse={deliveryProblem}
            onValue={(factor) => onFactor(name, factor)}
          />
        </li>
      ))}
    </ul>
  );
}

const useStyles = makeStyles({
  list: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalXS,
  },
  row: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalS },
  name: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
  field: { flexShrink: 0, width: "76px" },
});
