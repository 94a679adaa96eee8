import {
  Field,
  makeStyles,
  mergeClasses,
  Select,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Text,
  tokens,
} from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { Breakdown } from "../../../plan/breakdown";
import type { Plan } from "../../../plan/plan";
import { change, plainFigure, type FigureStyle } from "../../../plan/report/words/figures";
import type { Scenario } from "../../../plan/scenario";
import { sideBySide, twoScenarios } from "../../words/compareScenarios";

interface ScenarioComparisonProps {
  plan: Plan;
  /** Those that can be run, in the order of the list. */
  scenarios: readonly Scenario[];
  active: string;
  locale: string | undefined;
  /** Works out the scenarios of these names; stops once the signal says so. */
  onCompare: (names: readonly string[], signal: AbortSignal) => Promise<Breakdown[]>;
}

/** The active scenario beside all others, or lever by lever beside one. */
export function ScenarioComparison({ plan, scenarios, active, locale, onCompare }: ScenarioComparisonProps) {
  const styles = useStyles();
  const names = scenarios.map(({ name }) => name);
  const [other, setOther] = useState(all);
  const withOther = names.includes(other) && other !== active ? other : all;
  const [worked, setWorked] = useState<Worked | null>(null);
  const wanted = withOther === all ? names : [withOther, active];
  const key = wanted.join("\n");
  // They are made anew each time that the pane is drawn.
  const said = JSON.stringify(scenarios);
  useEffect(() => {
    const stop = new AbortController();
    onCompare(key.split("\n"), stop.signal)
      .then((breakdowns) => !stop.signal.aborted && setWorked({ of: key, plan, said, breakdowns }))
      // Whoever asks for the scenario itself is told.
      .catch(() => undefined);
    return () => stop.abort();
  }, [key, plan, said, onCompare]);
  const isReady = worked?.of === key && worked.plan === plan && worked.said === said;
  const style = { locale, unit: worked?.breakdowns[0]?.unit ?? "" };
  return (
    <section aria-label="Comparison" className={styles.all}>
      <Text as="h2" weight="semibold" className={styles.title}>
        Compare
      </Text>
      <Field label={`'${active}' with`} size="small" className={styles.choice}>
        <Select value={withOther} onChange={(_, { value }) => setOther(value)}>
          <option value={all}>all scenarios</option>
          {names
            .filter((name) => name !== active)
            .map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
        </Select>
      </Field>
      {!isReady && <Text size={200}>Working the scenarios out…</Text>}
      {isReady && withOther === all && <AllScenarios {...worked} active={active} style={style} />}
      {isReady && withOther !== all && <TwoSideBySide {...worked} style={style} />}
    </section>
  );
}

/** No scenario has a name with a line break. */
const all = "\n";

interface Worked {
  of: string;
  plan: Plan;
  said: string;
  breakdowns: Breakdown[];
}

function AllScenarios({ breakdowns, active, style }: Worked & { active: string; style: FigureStyle }) {
  const styles = useStyles();
  const { year, decimals, rows, hasGap } = sideBySide(breakdowns);
  const money = (value: number): string => plainFigure(value, decimals, style);
  return (
    <Table size="extra-small" aria-label={`All scenarios in ${year}`}>
      <TableHeader>
        <TableRow>
          <TableHeaderCell className={styles.name}>{[year, style.unit].filter(Boolean).join(", ")}</TableHeaderCell>
          <TableHeaderCell className={styles.number}>Savings</TableHeaderCell>
          {hasGap && <TableHeaderCell className={styles.number}>To find</TableHeaderCell>}
        </TableRow>
      </TableHeader>
      <TableBody>
        {rows.map(({ name, savings, remaining }) => (
          <TableRow key={name} className={mergeClasses(name === active && styles.active)}>
            <TableCell className={styles.name}>{name === active ? `${name} (active)` : name}</TableCell>
            <TableCell className={styles.number}>{money(savings)}</TableCell>
            {hasGap && <TableCell className={styles.number}>{remaining === null ? "" : money(remaining)}</TableCell>}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function TwoSideBySide({ breakdowns: [first, second], style }: Worked & { style: FigureStyle }) {
  const styles = useStyles();
  if (!first || !second) return null;
  const { year, decimals, rows, same, sameCount, total } = twoScenarios(first, second);
  const shown = rows.slice(0, mostShown);
  const rest = rows.slice(mostShown);
  const sum = (of: "first" | "second"): number => rest.reduce((so, row) => so + row[of], 0);
  const lines = [
    ...shown,
    ...(rest.length > 0
      ? [{ name: `${rest.length} more that differ`, first: sum("first"), second: sum("second") }]
      : []),
    ...(sameCount > 0 ? [{ ...same, name: `${sameCount} that are the same` }] : []),
  ];
  const money = (value: number): string => plainFigure(value, decimals, style);
  return (
    <Table size="extra-small" aria-label={`${first.scenario} and ${second.scenario} in ${year}`}>
      <TableHeader>
        <TableRow>
          <TableHeaderCell className={styles.name}>{[year, style.unit].filter(Boolean).join(", ")}</TableHeaderCell>
          <TableHeaderCell className={styles.number}>{first.scenario}</TableHeaderCell>
          <TableHeaderCell className={styles.number}>{second.scenario}</TableHeaderCell>
          <TableHeaderCell className={styles.number}>Change</TableHeaderCell>
        </TableRow>
      </TableHeader>
      <TableBody>
        {[...lines, total].map((row, index) => (
          <TableRow key={`${row.name} ${index}`} className={mergeClasses(row === total && styles.active)}>
            <TableCell className={styles.name}>{row.name}</TableCell>
            <TableCell className={styles.number}>{money(row.first)}</TableCell>
            <TableCell className={styles.number}>{money(row.second)}</TableCell>
            <TableCell className={styles.number}>
              {change(row.second - row.first, decimals, { ...style, unit: "" })}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

const mostShown = 15;

const useStyles = makeStyles({
  all: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  title: { margin: 0 },
  choice: { maxWidth: "320px", "& > *": { minWidth: 0 } },
  name: { paddingLeft: 0, overflowWrap: "anywhere" },
  number: {
    width: "64px",
    textAlign: "right",
    fontVariantNumeric: "tabular-nums",
    overflowWrap: "anywhere",
    "& > div": { justifyContent: "flex-end" },
  },
  active: { fontWeight: tokens.fontWeightSemibold },
});
