import { Field, makeStyles, Radio, RadioGroup, Text, tokens } from "@fluentui/react-components";
import type { StoredScenario } from "../../workbook/scenarioStore";
import type { PaneState } from "../state/paneState";
import type { PaneActions } from "../state/paneActions";
import { scenarioWords } from "../words/scenarioWords";

interface ScenariosScreenProps {
  state: PaneState;
  actions: PaneActions;
}

/** The scenarios of the workbook, one of them active; each says how it differs from the plan as written. */
export function ScenariosScreen({ state, actions }: ScenariosScreenProps) {
  const styles = useStyles();
  const scenarios = state.reading?.scenarios ?? [];
  if (scenarios.length === 0) return <Text>The scenarios appear here once the workbook has been read.</Text>;
  return (
    <Field label="Active scenario">
      <RadioGroup
        value={state.scenario}
        onChange={(_, { value }) => actions.chooseScenario(value)}
        className={styles.list}
      >
        {scenarios.map((stored) => (
          <Radio key={stored.scenario.name} value={stored.scenario.name} label={<ScenarioLabel stored={stored} />} />
        ))}
      </RadioGroup>
    </Field>
  );
}

function ScenarioLabel({ stored }: { stored: StoredScenario }) {
  const styles = useStyles();
  return (
    <span className={styles.label}>
      <Text block className={styles.name}>
        {stored.scenario.name}
      </Text>
      <Text block size={200} className={styles.words}>
        {stored.message ?? scenarioWords(stored.scenario)}
      </Text>
    </span>
  );
}

const useStyles = makeStyles({
  list: { rowGap: tokens.spacingVerticalXS },
  label: { overflowWrap: "anywhere" },
  name: { color: tokens.colorNeutralForeground1 },
  words: { color: tokens.colorNeutralForeground2 },
});
