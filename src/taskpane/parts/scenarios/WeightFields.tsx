import { Field, makeStyles, Select, Text, tokens } from "@fluentui/react-components";
import { weightMeanings, weightsCarriedBy, wordWeight } from "../../../plan/evaluation/levers/weights";
import type { Lever } from "../../../plan/plan";
import type { Scenario, WeightMeaning } from "../../../plan/scenario";
import { Fold } from "../Fold";
import { FactorFields } from "./FactorFields";
import { withFactor, withValue } from "./scenarioFields";

interface WeightFieldsProps {
  levers: readonly Lever[];
  scenario: Scenario;
  locale: string | undefined;
  onScenario: (scenario: Scenario) => void;
}

/** What a status, colour, risk or gate lets one expect of levers without a delivery of their own; nothing where no lever has any of them. */
export function WeightFields({ levers, scenario, locale, onScenario }: WeightFieldsProps) {
  const styles = useStyles();
  const meanings = weightMeanings.filter((meaning) => levers.some((lever) => lever[meaning] !== ""));
  const carrier = scenario.weightsFrom ?? weightsCarriedBy(levers);
  if (carrier === null || meanings.length === 0) return null;
  const words = [...new Set(levers.map((lever) => lever[carrier]).filter((word) => word !== ""))];
  const { statusWeights: own, ...asIllustrated } = scenario;
  return (
    <Fold title="Weights for what has no delivery of its own" isOpenAtFirst={own !== undefined}>
      <div className={styles.all}>
        <Text size={200} className={styles.quiet}>
          They count under Low and Expected and where savings are adjusted for risk. Those in grey are illustrative: no
          published standard gives such weights.
        </Text>
        {meanings.length > 1 && (
          <Field label="Weights go by" size="small" className={styles.field}>
            <Select
              value={carrier}
              onChange={(_, { value }) => onScenario(withValue(scenario, "weightsFrom", value as WeightMeaning))}
            >
              {meanings.map((meaning) => (
                <option key={meaning} value={meaning}>
                  {weightNames[meaning]}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <FactorFields
          what="Weight of"
          names={words}
          factors={own ?? {}}
          usual={(word) => {
            const weight = wordWeight(word, carrier, asIllustrated);
            return weight === null ? "none" : String(Math.round(100 * weight));
          }}
          locale={locale}
          onFactor={(word, weight) => onScenario(withFactor(scenario, "statusWeights", word, weight))}
        />
      </div>
    </Fold>
  );
}

export const weightNames: Record<WeightMeaning, string> = { status: "status", rag: "RAG", risk: "risk", gate: "gate" };

const useStyles = makeStyles({
  all: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  quiet: { color: tokens.colorNeutralForeground2 },
  field: { maxWidth: "280px", "& > *": { minWidth: 0 } },
});
