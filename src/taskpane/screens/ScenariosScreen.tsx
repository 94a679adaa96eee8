import { Button, Field, makeStyles, Radio, RadioGroup, Text, tokens } from "@fluentui/react-components";
import { AddRegular, ArrowUndoRegular, CopyRegular, DeleteRegular, EditRegular } from "@fluentui/react-icons";
import type { Scenario } from "../../plan/scenario";
import type { StoredScenario } from "../../workbook/scenarios/storedScenarios";
import { ScenarioComparison } from "../parts/scenarios/ScenarioComparison";
import { ScenarioEditor } from "../parts/scenarios/ScenarioEditor";
import { useFocusReturn } from "../parts/useFocusReturn";
import { scenariosIn } from "../state/paneFacts";
import type { PaneState } from "../state/paneState";
import type { PaneActions } from "../state/paneActions";
import { copyOf, newScenario, undoWords } from "../state/scenarioEdits";
import { scenarioWords } from "../words/scenarioWords";

interface ScenariosScreenProps {
  state: PaneState;
  actions: PaneActions;
  locale: string | undefined;
}

/** The scenarios of the workbook, one of them active: how each differs from the plan as written, what it comes to, and all that can be done to it. */
export function ScenariosScreen({ state, actions, locale }: ScenariosScreenProps) {
  const styles = useStyles();
  const scenarios = scenariosIn(state);
  useFocusReturn(state.editing === null ? null : editButtonId);
  const edited = scenarios.find(({ scenario, builtIn }) => !builtIn && scenario.name === state.editing);
  if (scenarios.length === 0) return <Text>The scenarios appear here once the workbook has been read.</Text>;
  const undo = (
    <UndoLine
      state={state}
      onUndo={() => {
        // With the last thing to undo its button goes.
        if (state.scenarioUndos.length === 1) document.getElementById(newButtonId)?.focus();
        actions.undoScenario();
      }}
    />
  );
  const plan = state.reading?.plan ?? null;
  if (edited)
    return (
      <ScenarioEditor
        scenario={edited.scenario}
        scenarios={scenarios}
        plan={plan}
        locale={locale}
        onEdit={actions.editScenarios}
        onClose={() => actions.openScenario(null)}
        undo={undo}
      />
    );
  const active = scenarios.find(({ scenario }) => scenario.name === state.scenario);
  const canChange = active !== undefined && !active.builtIn && !active.readOnly;
  const add = (scenario: Scenario): void => {
    actions.editScenarios({ kind: "add", scenario });
    actions.chooseScenario(scenario.name);
    actions.openScenario(scenario.name);
  };
  return (
    <div className={styles.page}>
      <Field label="Active scenario">
        <RadioGroup
          value={state.scenario}
          onChange={(_, { value }) => actions.chooseScenario(value)}
          className={styles.list}
        >
          {scenarios.map((stored) => (
            <Radio
              key={stored.part?.id ?? stored.scenario.name}
              value={stored.scenario.name}
              disabled={stored.readOnly}
              // One stop for Tab, which Fluent's own would not be; arrow keys go through them.
              input={{ tabIndex: stored.scenario.name === state.scenario ? 0 : -1 }}
              label={<ScenarioLabel stored={stored} unit={plan?.unit} locale={locale} />}
            />
          ))}
        </RadioGroup>
      </Field>
      <div role="group" aria-label={`What can be done to ${state.scenario}`} className={styles.actions}>
        <Button id={newButtonId} size="small" icon={<AddRegular />} onClick={() => add(newScenario(scenarios))}>
          New
        </Button>
        <Button
          id={editButtonId}
          size="small"
          icon={<EditRegular />}
          disabledFocusable={!canChange}
          title={canChange ? undefined : "Copy it to change it"}
          onClick={() => canChange && actions.openScenario(state.scenario)}
        >
          Edit
        </Button>
        <Button
          size="small"
          icon={<CopyRegular />}
          disabledFocusable={!active || active.readOnly}
          onClick={() => active && !active.readOnly && add(copyOf(active.scenario, scenarios))}
        >
          Copy
        </Button>
        <Button
          size="small"
          icon={<DeleteRegular />}
          disabledFocusable={!canChange}
          onClick={() => canChange && actions.editScenarios({ kind: "delete", name: state.scenario })}
        >
          Delete
        </Button>
      </div>
      {active?.builtIn && (
        <Text size={200} className={styles.quiet}>
          The first four are always here; a copy of one is yours to change.
        </Text>
      )}
      {undo}
      {plan && (
        <ScenarioComparison
          plan={plan}
          scenarios={scenarios.filter(({ readOnly }) => !readOnly).map(({ scenario }) => scenario)}
          active={state.scenario}
          locale={locale}
          onCompare={actions.compare}
        />
      )}
    </div>
  );
}

const editButtonId = "edit-scenario";
const newButtonId = "new-scenario";

function UndoLine({ state, onUndo }: { state: PaneState; onUndo: () => void }) {
  const styles = useStyles();
  const undo = state.scenarioUndos.at(-1);
  return (
    <>
      {state.scenariosSaid.map((sentence) => (
        <Text key={sentence} size={200} role="status">
          {sentence}
        </Text>
      ))}
      {undo && (
        <Button size="small" appearance="subtle" icon={<ArrowUndoRegular />} className={styles.undo} onClick={onUndo}>
          {undoWords(undo)}
        </Button>
      )}
    </>
  );
}

interface ScenarioLabelProps {
  stored: StoredScenario;
  unit: string | undefined;
  locale: string | undefined;
}

function ScenarioLabel({ stored, unit, locale }: ScenarioLabelProps) {
  const styles = useStyles();
  return (
    <span className={styles.label}>
      <Text block className={styles.name}>
        {stored.scenario.name}
      </Text>
      <Text block size={200} className={styles.quiet}>
        {stored.message ?? scenarioWords(stored.scenario, unit, locale)}
      </Text>
    </span>
  );
}

const useStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
  list: { rowGap: tokens.spacingVerticalXS },
  label: { overflowWrap: "anywhere" },
  name: { color: tokens.colorNeutralForeground1 },
  quiet: { color: tokens.colorNeutralForeground2 },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  undo: { alignSelf: "flex-start", minWidth: 0, overflowWrap: "anywhere" },
});
