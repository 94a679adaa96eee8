import { Field, makeStyles, Select, Text, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { hasRange } from "../../../plan/evaluation/levers/delivery";
import { weightsCarriedBy } from "../../../plan/evaluation/levers/weights";
import type { Plan } from "../../../plan/plan";
import type { Scenario } from "../../../plan/scenario";
import type { StoredScenario } from "../../../workbook/scenarios/storedScenarios";
import { nameProblem, type ScenarioEdit } from "../../state/scenarioEdits";
import { scenarioWords } from "../../words/scenarioWords";
import { Fold } from "../Fold";
import { MethodChoice } from "../MethodChoice";
import { SubScreenHead } from "../SubScreenHead";
import { TextField } from "../TextField";
import { useSubScreen } from "../useSubScreen";
import { FactorFields } from "./FactorFields";
import { LeverSwitches } from "./LeverSwitches";
import { NumberInput } from "./NumberInput";
import {
  costAvoidance,
  delivery,
  numberFields,
  overlap,
  positionForm,
  prices,
  withFactor,
  withValue,
  type NumberField,
  type WordField,
} from "./scenarioFields";
import { ScenarioNotes } from "./ScenarioNotes";
import { weightNames, WeightFields } from "./WeightFields";

interface ScenarioEditorProps {
  scenario: Scenario;
  /** All of the workbook, whose names are taken. */
  scenarios: readonly StoredScenario[];
  /** Null while the tables cannot be read: then only its name and its words can be changed. */
  plan: Plan | null;
  locale: string | undefined;
  onEdit: (edit: ScenarioEdit) => void;
  onClose: () => void;
  undo: ReactNode;
}

/** All that a scenario changes of the plan as written; each change counts at once and is kept in the workbook. */
export function ScenarioEditor({ scenario, scenarios, plan, locale, onEdit, onClose, undo }: ScenarioEditorProps) {
  const styles = useStyles();
  const frame = useSubScreen(onClose);
  const { name } = scenario;
  const change = (after: Scenario): void => {
    if (JSON.stringify(after) !== JSON.stringify(scenario)) onEdit({ kind: "change", name, scenario: after });
  };
  const rename = (text: string): string | null => {
    const problem = nameProblem(text, name, scenarios);
    if (problem === null) change({ ...scenario, name: text });
    return problem;
  };
  const groups = [...new Set(plan?.levers.map(({ group }) => group).filter((group) => group !== ""))];
  const overlaps = plan !== null && (plan.levers.some((lever) => lever.overlaps) || scenario.overlap === "all");
  const carrier = plan && (scenario.weightsFrom ?? weightsCarriedBy(plan.levers));
  const words = carrier ? [...new Set(plan.levers.map((lever) => lever[carrier]).filter((word) => word !== ""))] : [];
  const off = scenario.off?.length ?? 0;
  return (
    <section ref={frame} aria-label={`Scenario ${name}`} className={styles.page}>
      <SubScreenHead back="Back to the scenarios" title="Scenario" onBack={onClose} />
      <TextField label="Name" example="Slow start" value={name} onValue={rename} />
      <Text size={200} role="status" className={styles.quiet}>
        {scenarioWords(scenario, plan?.unit, locale)}
      </Text>
      {undo}
      {plan && <ScenarioNotes plan={plan} scenario={scenario} onScenario={change} />}
      <div className={styles.fields}>
        <WordChoice field={delivery} scenario={scenario} onScenario={change} />
      </div>
      {plan && (
        <>
          <Fold
            title={`Levers: ${off === 0 ? `all ${plan.levers.length} on` : `${off} of ${plan.levers.length} off`}`}
            isOpenAtFirst={plan.levers.length <= openUpTo}
          >
            <LeverSwitches levers={plan.levers} scenario={scenario} locale={locale} onScenario={change} />
          </Fold>
          {groups.length > 1 && (
            <Fold title="Delivery by group" isOpenAtFirst={scenario.groupFactors !== undefined}>
              <FactorFields
                what="Delivery of"
                names={groups}
                factors={scenario.groupFactors ?? {}}
                usual={() => "100"}
                locale={locale}
                onFactor={(group, factor) => change(withFactor(scenario, "groupFactors", group, factor))}
              />
            </Fold>
          )}
          <WeightFields levers={plan.levers} scenario={scenario} locale={locale} onScenario={change} />
          {carrier && words.length > 1 && (
            <Fold title={`Delivery by ${weightNames[carrier]}`} isOpenAtFirst={scenario.statusFactors !== undefined}>
              <FactorFields
                what="Delivery of"
                names={words}
                factors={scenario.statusFactors ?? {}}
                usual={() => "100"}
                locale={locale}
                onFactor={(word, factor) => change(withFactor(scenario, "statusFactors", word, factor))}
              />
            </Fold>
          )}
          <NumberFields
            title={plan.categories || plan.funding ? "Spending, funding, target and years" : "Target and years"}
            part="money"
            {...{ plan, scenario, locale, onScenario: change }}
          />
          {plan.levers.some(hasRange) && (
            <NumberFields title="Uncertainty" part="uncertainty" {...{ plan, scenario, locale, onScenario: change }} />
          )}
        </>
      )}
      <Fold
        title="How savings are counted and shown"
        isOpenAtFirst={[
          ...[scenario.overlap, scenario.method, scenario.costAvoidance],
          ...[scenario.prices, scenario.deflator, scenario.positionForm],
        ].some((said) => said !== undefined)}
      >
        <div className={styles.fields}>
          <WordChoice field={overlap} scenario={scenario} onScenario={change} />
          {plan?.levers.some(({ type }) => type === "Cost avoidance") && (
            <WordChoice field={costAvoidance} scenario={scenario} onScenario={change} />
          )}
          <MethodChoice
            label="Split of what overlaps"
            hint={overlaps ? undefined : "Nothing overlaps here."}
            method={scenario.method ?? "shapley"}
            overlaps={overlaps}
            onMethod={(method) => change(withValue(scenario, "method", method === "shapley" ? null : method))}
            className={styles.field}
          />
          {plan && plan.prices !== "unstated" && (
            <>
              <WordChoice field={prices} scenario={scenario} onScenario={change} />
              <NumberInputs part="prices" {...{ plan, scenario, locale, onScenario: change }} />
            </>
          )}
          {plan?.categories && plan.funding && (
            <WordChoice field={positionForm} scenario={scenario} onScenario={change} />
          )}
        </div>
      </Fold>
    </section>
  );
}

interface NumberInputsProps {
  part: NumberField["part"];
  plan: Plan;
  scenario: Scenario;
  locale: string | undefined;
  onScenario: (scenario: Scenario) => void;
}

function fieldsOf(part: NumberField["part"], plan: Plan): NumberField[] {
  return numberFields.filter((field) => field.part === part && field.isOffered(plan));
}

function NumberFields({ title, ...inputs }: NumberInputsProps & { title: string }) {
  const styles = useStyles();
  const { part, plan, scenario } = inputs;
  return (
    <Fold title={title} isOpenAtFirst={fieldsOf(part, plan).some(({ id }) => scenario[id] !== undefined)}>
      <div className={styles.fields}>
        <NumberInputs {...inputs} />
      </div>
    </Fold>
  );
}

function NumberInputs({ part, plan, scenario, locale, onScenario }: NumberInputsProps) {
  const styles = useStyles();
  return (
    <>
      {fieldsOf(part, plan).map(({ id, label, unit, shownAs, example, refuse }) => (
        <NumberInput
          key={id}
          className={styles.field}
          label={label}
          value={scenario[id] ?? null}
          shownAs={shownAs}
          unit={unit(plan)}
          example={example(plan)}
          locale={locale}
          refuse={refuse && ((value) => refuse(value, plan))}
          onValue={(value) => onScenario(withValue(scenario, id, value))}
        />
      ))}
    </>
  );
}

interface WordChoiceProps {
  field: WordField;
  scenario: Scenario;
  onScenario: (scenario: Scenario) => void;
}

function WordChoice({ field: { id, label, choices }, scenario, onScenario }: WordChoiceProps) {
  const styles = useStyles();
  const usual = choices[0]?.[0];
  return (
    <Field label={label} size="small" className={styles.field}>
      <Select
        value={scenario[id] ?? usual}
        onChange={(_, { value }) => onScenario(withValue(scenario, id, value === usual ? null : (value as never)))}
      >
        {choices.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** So many levers are seen at a glance. */
const openUpTo = 20;

const useStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  fields: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalM },
  field: { flexGrow: 1, flexBasis: "180px", minWidth: 0, maxWidth: "280px", "& > *": { minWidth: 0 } },
});
