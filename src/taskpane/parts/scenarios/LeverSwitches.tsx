import { Button, Checkbox, makeStyles, SearchBox, Text, tokens } from "@fluentui/react-components";
import { useDeferredValue, useState } from "react";
import { sameName } from "../../../cells/names";
import type { KindOfRow, Lever } from "../../../plan/plan";
import { count } from "../../../plan/report/words/figures";
import type { Scenario } from "../../../plan/scenario";
import { NumberInput } from "./NumberInput";
import { deliveryProblem, withFactor, withSwitch } from "./scenarioFields";

interface LeverSwitchesProps {
  levers: readonly Lever[];
  scenario: Scenario;
  locale: string | undefined;
  onScenario: (scenario: Scenario) => void;
}

/** Each row of the register on or off, and how much of a saving is delivered; those that differ from the plan first, and a search where they are many. */
export function LeverSwitches({ levers, scenario, locale, onScenario }: LeverSwitchesProps) {
  const styles = useStyles();
  const [typed, setTyped] = useState("");
  const [showsAll, setShowsAll] = useState(false);
  const sought = useDeferredValue(typed.trim().toLowerCase());
  const isOff = (name: string): boolean => (scenario.off ?? []).some((other) => sameName(other, name));
  const [changedAtFirst] = useState(
    () => new Set([...(scenario.off ?? []), ...Object.keys(scenario.leverFactors ?? {})]),
  );
  const found = levers.filter(({ name, reference, group }) =>
    [name, reference, group].some((text) => text.toLowerCase().includes(sought)),
  );
  const sorted = [
    ...found.filter(({ name }) => changedAtFirst.has(name)),
    ...found.filter(({ name }) => !changedAtFirst.has(name)),
  ];
  const shown = showsAll ? sorted : sorted.slice(0, shownAtFirst);
  return (
    <div className={styles.all}>
      {levers.length > shownAtFirst && (
        <SearchBox
          size="small"
          value={typed}
          onChange={(_, { value }) => setTyped(value)}
          placeholder="Name, reference or group"
          aria-label="Search the levers"
        />
      )}
      <ul className={styles.list}>
        {shown.map(({ name, reference, kind }, index) => (
          <li key={`${name} ${index}`} className={styles.row}>
            <Checkbox
              className={styles.name}
              checked={!isOff(name)}
              label={labelOf(name, reference, kind)}
              onChange={(_, { checked }) => onScenario(withSwitch(scenario, name, checked === true))}
            />
            {(kind === "Saving" || scenario.leverFactors?.[name] !== undefined) && (
              <NumberInput
                className={styles.factor}
                label={`Delivery of ${name}`}
                isLabelHidden
                value={scenario.leverFactors?.[name] ?? null}
                shownAs={100}
                unit="%"
                example="100"
                locale={locale}
                refuse={deliveryProblem}
                onValue={(factor) => onScenario(withFactor(scenario, "leverFactors", name, factor))}
              />
            )}
          </li>
        ))}
      </ul>
      {found.length === 0 && <Text size={200}>No lever with '{typed.trim()}'.</Text>}
      {shown.length < sorted.length && (
        <Button size="small" appearance="subtle" onClick={() => setShowsAll(true)}>
          Show all {count(sorted.length, "lever")}
        </Button>
      )}
    </div>
  );
}

const shownAtFirst = 20;

/** What is no saving says what it is: a pressure comes or does not, and none of it is delivered. */
function labelOf(name: string, reference: string, kind: KindOfRow): string {
  const named = reference && !name.includes(reference) ? `${reference} ${name}` : name;
  return kind === "Saving" ? named : `${named} (${kind.toLowerCase()})`;
}

const useStyles = makeStyles({
  all: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS, alignItems: "stretch" },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  row: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalS },
  // Else no wider than its words, and the fields behind it would not stand under one another.
  name: { flexGrow: 1, minWidth: 0, maxWidth: "none", "& label": { overflowWrap: "anywhere" } },
  factor: { flexShrink: 0, width: "76px" },
});
