import { countsAsSaving } from "../../../evaluation/kinds";
import { goesOn } from "../../../evaluation/levers/deployment";
import { barHeadings } from "../../bridge/barColumns";
import type { OutputTable, ResultArea } from "../../outputTable";
import { budgetLessFunding } from "../../bridge/positionBridge";
import { f, joined, type Formula, type Operand } from "../formulas/formula";
import { resultCell, withFormulas, type ResultCells } from "./resultCells";
import type { Period } from "../workings/frame";

/** The position, each step of each year a formula on the workings: see evaluation/position, whose names and signs these are. */
export function positionCells(table: OutputTable, cells: ResultCells): OutputTable {
  const { breakdown, plan, inputs, workings } = cells;
  const { position } = breakdown;
  if (!position) return table;
  const isCouncil = position.form === "council";
  const periods = workings.periods;
  const at = (year: number): Period => periods[year - 1] as Period;
  const none = f`0`;
  const sum = (terms: readonly Operand[]): Formula => (terms.length === 0 ? none : joined(terms, "+"));
  const rows = (is: (index: number) => boolean): number[] =>
    plan.levers.flatMap((_, index) => (is(index) ? [index] : []));
  const kindRows = (kind: string): number[] => rows((index) => plan.levers[index]?.kind === kind);
  const aloneOf = (indices: readonly number[], year: number): Formula =>
    sum(year < 1 ? [] : indices.map((index) => workings.alone(at(year), index)));
  const rec = inputs.lever("Recurrent");
  const baseline = inputs.lever("Baseline only");
  const income = inputs.lever("Income");
  const credited = (year: number): ResultArea => workings.forPosition(at(year));

  const bases = (plan.categories ?? []).map((_, k) => inputs.spendBase(k));
  const hasBases = (plan.categories ?? []).every(({ base }) => base !== null);
  const need = (year: number): Formula =>
    year < 1 ? (hasBases ? f`SUM(${areaOf(bases)})` : none) : f`${workings.line("Need", year - 1)}`;
  const savings = (year: number): Formula => (year < 1 ? none : f`${workings.line("Savings", year - 1)}`);
  const nonRecurrent = (year: number): Formula =>
    year < 1 ? none : f`SUMPRODUCT((1-${rec})*(1-${baseline})*${credited(year)})`;
  const nonRecurrentIncome = (year: number): Formula =>
    year < 1 ? none : f`SUMPRODUCT((1-${rec})*(1-${baseline})*${income}*${credited(year)})`;
  const running = (year: number): Formula => (year < 1 ? none : f`SUM(${workings.running(at(year))})`);
  const once = (year: number): Formula => {
    const investments = rows((index) => {
      const one = plan.levers[index];
      return (
        one !== undefined &&
        one.investment !== 0 &&
        !breakdown.levers[index]?.isOff &&
        (countsAsSaving(one.kind) || one.kind === "One-off cost")
      );
    });
    if (year < 1)
      return sum(
        investments.map(
          (index) => f`IF(${inputs.lever("Investment year", index)}=0,${inputs.lever("Investment", index)},0)`,
        ),
      );
    return sum([
      f`SUM(${workings.once(at(year))})`,
      ...kindRows("One-off cost").map((index) => workings.alone(at(year), index)),
    ]);
  };
  const oneOffFunding = (year: number): Formula => {
    const given = inputs.oneOffFunding(year < 1 ? "base" : year - 1);
    const switches = kindRows("Funding switch").map((index): Formula => {
      const lever = plan.levers[index];
      const amount = workings.alone(at(Math.max(1, year)), index);
      const mayGoOn = lever !== undefined && goesOn({ ...lever, recurrent: true });
      return mayGoOn ? f`IF(${inputs.lever("Recurrent", index)}=1,0,${amount})` : f`${amount}`;
    });
    return sum([...(given ? [given] : []), ...(year < 1 ? [] : switches)]);
  };
  const funding = (year: number): Formula =>
    f`${year < 1 ? inputs.fundingBase() : workings.line("Funding", year - 1)}-${oneOffFunding(year)}`;
  const undelivered = (year: number): Formula => aloneOf(kindRows("Undelivered brought forward"), year);
  const unpressed = (year: number): Formula => {
    const row = year < 1 ? null : workings.unpressed(year - 1);
    return row ? f`SUM(${row})` : need(0);
  };
  const pressed = (year: number): Formula => (year < 1 ? none : f`${need(year)}-${unpressed(year)}`);
  const change = (level: (year: number) => Formula, year: number): Formula => f`${level(year)}-${level(year - 1)}`;

  /** Spend of a category in a year, 0 the base year. */
  const spend = (k: number, year: number): Operand => {
    const row = year < 1 ? null : workings.unpressed(year - 1);
    return row ? { ...row, column: row.column + k, columnCount: 1 } : inputs.spendBase(k);
  };
  const ofCategories = (of: (k: number) => Formula | null): Formula =>
    sum((plan.categories ?? []).flatMap((_, k) => of(k) ?? []));
  const inTwo = (k: number): { i: ResultArea; d: ResultArea } | null =>
    plan.categories?.[k]?.growth ? { i: inputs.growthPart(k, "Inflation"), d: inputs.growthPart(k, "Demand") } : null;
  const inflation = (year: number): Formula =>
    ofCategories((k) => {
      const parts = inTwo(k);
      return parts && f`${spend(k, year - 1)}*(${parts.i}+${parts.i}*${parts.d}/2)`;
    });
  const demand = (year: number): Formula =>
    ofCategories((k) => {
      const parts = inTwo(k);
      return parts && f`${spend(k, year - 1)}*(${parts.d}+${parts.i}*${parts.d}/2)`;
    });
  const growth = (year: number): Formula =>
    ofCategories((k) => {
      const parts = inTwo(k);
      return parts
        ? f`${spend(k, year)}-${spend(k, year - 1)}*(1+${parts.i})*(1+${parts.d})`
        : f`${spend(k, year)}-${spend(k, year - 1)}`;
    });

  /** What savings that stay do in a year, by when they started. */
  const moved = (year: number, which: "new" | "income" | "fullYear" | "earlier" | "baseline"): Formula => {
    const rise = year === 1 ? f`${credited(1)}` : f`${credited(year)}-${credited(year - 1)}`;
    if (which === "baseline") return f`SUMPRODUCT(${baseline}*${rise})`;
    const starts = workings.starts();
    const stays = f`${rec}*(1-${baseline})`;
    const when: Record<string, Formula> = {
      new: f`(${starts}>=${year})*(1-${income})`,
      income: f`(${starts}>=${year})*${income}`,
      fullYear: year === 1 ? f`(${starts}<1)` : f`(${starts}=${year - 1})`,
      earlier: year === 1 ? f`0` : f`(${starts}<${year - 1})`,
    };
    return f`SUMPRODUCT(${stays}*${when[which] ?? none}*${rise})`;
  };

  const positionAt = (year: number): Formula =>
    sum([
      f`${funding(year)}+${oneOffFunding(year)}`,
      f`0-${need(year)}`,
      savings(year),
      f`0-${running(year)}`,
      f`0-${once(year)}`,
    ]);
  const budgetAt = (year: number): Formula => f`${need(year)}-${savings(year)}+${running(year)}+${once(year)}`;
  const gapAt = (year: number): Formula => f`${budgetAt(year)}-${funding(year)}`;
  const minus = (operand: Operand): Formula => f`0-${operand}`;
  const pressures = (year: number): Formula => f`${change(pressed, year)}-${change(undelivered, year)}`;

  const planSteps: Record<string, (year: number) => Formula> = {
    "Opening position": (year) => positionAt(year - 1),
    "Non-recurrent savings of last year": (year) => minus(nonRecurrent(year - 1)),
    "One-off funding of last year": (year) => minus(oneOffFunding(year - 1)),
    "One-off costs of last year": (year) => once(year - 1),
    "Full-year effect of last year's schemes": (year) => moved(year, "fullYear"),
    "Change in earlier schemes": (year) => moved(year, "earlier"),
    Inflation: (year) => minus(inflation(year)),
    Demand: (year) => minus(demand(year)),
    Growth: (year) => minus(growth(year)),
    Pressures: (year) => minus(pressures(year)),
    "Undelivered savings brought forward": (year) => minus(change(undelivered, year)),
    Funding: (year) => change(funding, year),
    "One-off funding": (year) => oneOffFunding(year),
    "New recurrent savings": (year) => f`${moved(year, "new")}+${moved(year, "income")}`,
    "Non-recurrent savings": (year) => nonRecurrent(year),
    "Savings only against the baseline": (year) => moved(year, "baseline"),
    "Running costs": (year) => minus(change(running, year)),
    "Investment and double running": (year) => minus(once(year)),
    "Closing position": positionAt,
    "Closing before investment and double running": (year) => f`${positionAt(year)}+${once(year)}`,
    "Underlying position": (year) => f`${positionAt(year)}-${nonRecurrent(year)}-${oneOffFunding(year)}+${once(year)}`,
    "Full-year effect still to come": toCome,
  };
  const councilSteps: Record<string, (year: number) => Formula> = {
    "Base budget brought forward": (year) => budgetAt(year - 1),
    "Reversal of one-offs": (year) => f`${nonRecurrent(year - 1)}-${once(year - 1)}`,
    Inflation: inflation,
    Pressures: pressures,
    Demand: demand,
    Growth: growth,
    "Undelivered savings brought forward": (year) => change(undelivered, year),
    "Full-year effect of earlier savings": (year) => minus(moved(year, "fullYear")),
    "Change in earlier savings": (year) => minus(moved(year, "earlier")),
    "New savings": (year) => f`0-${moved(year, "new")}-${nonRecurrent(year)}+${nonRecurrentIncome(year)}`,
    Income: (year) => f`0-${moved(year, "income")}-${nonRecurrentIncome(year)}`,
    "Savings only against the baseline": (year) => minus(moved(year, "baseline")),
    "Running costs": (year) => change(running, year),
    "Investment and double running": once,
    Funding: (year) => minus(funding(year)),
    "Use of reserves and one-off funding": (year) => minus(oneOffFunding(year)),
    "Gap that is left": (year) => f`${gapAt(year)}-${oneOffFunding(year)}`,
    "Gap before investment and double running": (year) => f`${gapAt(year)}-${oneOffFunding(year)}-${once(year)}`,
    "Underlying gap": (year) => f`${gapAt(year)}+${nonRecurrent(year)}-${once(year)}`,
    "Net budget": budgetAt,
    "Gap before reserves": gapAt,
    "Annual gap": (year) => f`${gapAt(year)}-${gapAt(year - 1)}`,
    "Full-year effect still to come": (year) => minus(toCome(year)),
    [budgetLessFunding]: (year) => f`${budgetAt(year - 1)}-${funding(year)}`,
  };

  function toCome(year: number): Formula {
    if (year < periods.length) return moved(year + 1, "fullYear");
    const full = workings.full;
    if (!full) return none;
    return f`SUMPRODUCT(${rec}*(1-${baseline})*(${workings.forPosition(full)}-${credited(year)}))`;
  }

  const steps = isCouncil ? councilSteps : planSteps;
  const names = table.rows.map(([name]) => String(name));
  const lastYear = position.years.at(-1)?.year ?? "";
  const stepCount = position.years[0]?.steps.length ?? 0;
  const cell = (row: number): ResultArea => resultCell(table, row, lastYear);
  const fundingRow = names.indexOf("Funding");
  /** What the steps up to one come to; a council's begin with what funding leaves of the budget. */
  const upTo = (row: number): Operand => {
    const all = f`SUM(${{ ...cell(0), rowCount: row + 1 }})`;
    return isCouncil && fundingRow > row && fundingRow < stepCount ? f`${all}+${cell(fundingRow)}` : all;
  };
  const bars = table.rows.flatMap((row, at_) => (row[table.header.indexOf("Bar")] ? [at_] : []));
  const barRow = (at_: number): number => {
    const name = String(table.rows[at_]?.[table.header.indexOf("Bar")]);
    return name === budgetLessFunding ? 0 : names.indexOf(name);
  };
  return withFormulas(table, (row, heading) => {
    const year = periods.findIndex((one) => one.heading === heading) + 1;
    if (year > 0) return steps[names[row] ?? ""]?.(year) ?? null;
    const value = table.rows[row]?.[table.header.indexOf(heading)];
    const place = bars.indexOf(row);
    if (!barHeadings.includes(heading) || typeof value !== "number" || place < 0) return null;
    const own = barRow(row);
    const isLast = place === bars.length - 1;
    const before: Operand = place === 0 ? 0 : isLast ? upTo(stepCount - 1) : upTo(own - 1);
    const after: Operand = isLast ? cell(own) : upTo(own);
    if (heading === "End") return after;
    if (heading === "Across zero") return cell(own);
    if (heading === "Lift") return value >= 0 ? f`MIN(${before},${after})` : f`MAX(${before},${after})`;
    if (heading.endsWith(" above zero")) return f`MAX(${before},${after})`;
    if (heading.endsWith(" below zero")) return f`MIN(${before},${after})`;
    if (heading.startsWith("Link ")) {
      const link = Number(heading.slice(5)) - 1;
      if (place % 3 === link && !isLast) return after;
      const previous = bars[place - 1];
      return previous === undefined ? null : upTo(barRow(previous));
    }
    return value >= 0 ? f`ABS(${after}-${before})` : f`0-ABS(${after}-${before})`;
  });
}

/** Cells one under the other as one area. */
function areaOf(cells: readonly ResultArea[]): ResultArea {
  const [first] = cells;
  if (!first) throw new Error("No cell was given.");
  return { ...first, rowCount: cells.length };
}
