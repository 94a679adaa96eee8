import { Checkbox, makeStyles, Text, tokens } from "@fluentui/react-components";
import type { AlsoWritten } from "../../../plan/report/alsoWritten";

interface AlsoChoicesProps {
  also: AlsoWritten;
  /** Whether any lever has a low and a high, so that there is a risk to draw. */
  hasRanges: boolean;
  /** Names of the scenarios beside the one that is written. */
  others: readonly string[];
  onChoose: (also: AlsoWritten) => void;
}

/** The sheets that are written where the user wants them. */
export function AlsoChoices({ also, hasRanges, others, onChoose }: AlsoChoicesProps) {
  const styles = useStyles();
  const { compare = [] } = also;
  const withScenario = (name: string, isChosen: boolean): string[] =>
    others.filter((other) => (other === name ? isChosen : compare.includes(other)));
  return (
    <div role="group" aria-label="Sheets to write as well" className={styles.all}>
      <Text size={200} className={styles.quiet}>
        As well, if you like:
      </Text>
      {hasRanges && (
        <Checkbox
          label="Risk: how sure the savings are"
          checked={also.risk === true}
          onChange={(_, { checked }) => onChoose({ ...also, risk: checked === true })}
        />
      )}
      <Checkbox
        label="Assurance: what the register shows of each claim"
        checked={also.assurance === true}
        onChange={(_, { checked }) => onChoose({ ...also, assurance: checked === true })}
      />
      {others.map((name) => (
        <Checkbox
          key={name}
          label={`Comparison with ${name}`}
          checked={compare.includes(name)}
          onChange={(_, { checked }) => onChoose({ ...also, compare: withScenario(name, checked === true) })}
        />
      ))}
    </div>
  );
}

const useStyles = makeStyles({
  all: { display: "flex", flexDirection: "column", overflowWrap: "anywhere" },
  quiet: { color: tokens.colorNeutralForeground2 },
});
