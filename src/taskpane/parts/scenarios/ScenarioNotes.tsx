import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { WarningRegular } from "@fluentui/react-icons";
import type { Plan } from "../../../plan/plan";
import { goneFrom, scenarioFindings } from "../../../plan/scenarios/scenarioFindings";
import type { Scenario } from "../../../plan/scenario";
import { withFactor, withSwitch } from "./scenarioFields";

interface ScenarioNotesProps {
  plan: Plan;
  scenario: Scenario;
  /** Where it can be mended. */
  onScenario?: (scenario: Scenario) => void;
}

/** What of a scenario does not meet the plan, a sentence each: levers and groups that are gone above all; and a way to take them out. */
export function ScenarioNotes({ plan, scenario, onScenario }: ScenarioNotesProps) {
  const styles = useStyles();
  const findings = scenarioFindings(plan, scenario);
  const mended = withoutGone(plan, scenario);
  if (findings.length === 0) return null;
  return (
    <div className={styles.all}>
      <ul className={styles.list}>
        {findings.map(({ message }) => (
          <li key={message} className={styles.row}>
            <WarningRegular aria-hidden className={styles.icon} />
            <Text size={200}>{`${message.charAt(0).toUpperCase()}${message.slice(1)}.`}</Text>
          </li>
        ))}
      </ul>
      {onScenario && mended !== scenario && (
        <Button size="small" className={styles.button} onClick={() => onScenario(mended)}>
          Take out what is gone
        </Button>
      )}
    </div>
  );
}

/** The scenario without what it says of levers and groups that the register does not have; itself where there is none. */
function withoutGone(plan: Plan, scenario: Scenario): Scenario {
  const { off, leverFactors, groupFactors } = goneFrom(plan, scenario);
  const on = off.reduce((so, name) => withSwitch(so, name, true), scenario);
  const left = leverFactors.reduce((so, name) => withFactor(so, "leverFactors", name, null), on);
  return groupFactors.reduce((so, name) => withFactor(so, "groupFactors", name, null), left);
}

const useStyles = makeStyles({
  all: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXS },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  row: { display: "flex", columnGap: tokens.spacingHorizontalXS },
  icon: { flexShrink: 0, color: tokens.colorPaletteDarkOrangeForeground1, marginTop: "2px" },
  button: { alignSelf: "flex-start" },
});
