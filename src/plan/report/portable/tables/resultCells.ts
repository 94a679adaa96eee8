import type { Breakdown, LeverResult } from "../../../breakdown";
import type { Plan } from "../../../plan";
import { partOf } from "../../breakdownBy";
import { apartAs, usualBy } from "../../bridge/bridge";
import { barHeadings } from "../../bridge/barColumns";
import { countsAsSaving } from "../../../evaluation/kinds";
import type { OutputCell, OutputTable, ResultArea } from "../../outputTable";
import { f, type Formula, type Operand } from "../formulas/formula";
import type { Inputs } from "../inputs/inputs";
import type { WordColumn } from "../inputs/leverInputs";
import type { Workings } from "../workings/workings";

/** What the result tables' cells become: formulas that point at the workings. */
export interface ResultCells {
  /** The Position as it is written, where formulas follow it. */
  position: OutputTable | null;
  plan: Plan;
  breakdown: Breakdown;
  inputs: Inputs;
  workings: Workings;
}

/** The splits of Groups and the steps of the bridge as columns of words beside the levers; the recurrence where it is followed. */
export function wordColumns(
  breakdown: Breakdown,
  groups: OutputTable,
  bridge: OutputTable,
  followsRecurrence: boolean,
): WordColumn[] {
  const splits = new Set(groups.rows.map(([by]) => String(by)));
  if (followsRecurrence) splits.add("Recurrence");
  const columns = Object.entries(splitWords).flatMap(([heading, word]): WordColumn[] =>
    splits.has(heading)
      ? [
          {
            heading,
            words: breakdown.levers.map((lever) =>
              countsAsSaving(lever.kind) ? (lever.kind === "Contingency" ? "Contingency" : word(lever)) : "",
            ),
          },
        ]
      : [],
  );
  return [
    ...columns,
    { heading: stepHeading, words: breakdown.levers.map((lever) => stepOf(lever, breakdown, bridge)) },
  ];
}

/** The column of words by which the bridge adds up. */
export const stepHeading = "Step of the bridge";

const splitWords: Record<string, (lever: LeverResult) => string> = {
  Group: partOf.group,
  Organisation: ({ organisation }) => organisation || "No organisation",
  Type: partOf.type,
  "Cash effect": ({ cashEffect }) => cashEffect,
  "Efficiency type": ({ efficiencyType }) => efficiencyType,
  Status: partOf.status,
  RAG: ({ rag }) => rag || "No RAG",
  Recurrence: ({ recurrent }) => (recurrent ? "Recurrent" : "Non-recurrent"),
};

/** The step of the bridge that a lever is part of; "" where it is of none. */
export function stepOf(lever: LeverResult, breakdown: Breakdown, bridge: OutputTable): string {
  if (lever.isOff || !countsAsSaving(lever.kind)) return "";
  const own = apartAs(lever) ?? partOf[usualBy(breakdown)](lever);
  const names = bridge.rows.map(([name]) => String(name));
  return names.includes(own) ? own : (names.find((name) => /^\d+ smaller$/.test(name)) ?? own);
}

/** The Breakdown with a formula in each cell that a figure stands in. */
export function breakdownCells(table: OutputTable, cells: ResultCells): OutputTable {
  const { breakdown } = cells;
  const shown = breakdown.levers.flatMap(({ kind }, at) =>
    countsAsSaving(kind) || kind === "One-off cost" ? [at] : [],
  );
  return withFormulas(table, (row, heading) => {
    const lever = shown[row];
    return lever === undefined ? overlapCell(heading, cells, table, row) : leverCell(lever, heading, cells, table, row);
  });
}

function leverCell(
  lever: number,
  heading: string,
  { plan, breakdown, inputs, workings }: ResultCells,
  table: OutputTable,
  row: number,
): Operand | null {
  const { years, levers } = breakdown;
  const last = workings.periods.at(-1);
  if (!last) return null;
  const lastYear = last.heading;
  const counts = countsAsSaving(levers[lever]?.kind ?? "Saving");
  const period = workings.periods.find((one) => one.heading === heading);
  const none = counts ? null : 0;
  const sumOf = (first: ResultArea): Formula => f`SUM(${{ ...first, columnCount: years.length }})`;
  const first = workings.periods[0] ?? last;
  if (period) return none ?? workings.attributed(period, lever);
  if (heading === `Full-year effect ${lastYear}`)
    return none ?? (workings.full ? workings.attributed(workings.full, lever) : null);
  if (heading === "Exit run-rate") {
    const { effect } = plan.levers[lever] ?? {};
    const of = effect?.kind === "byYear" ? effect.months : undefined;
    const rate = f`${inputs.constant("Months of a year")}*${inputs.lever("Last month", lever)}*${inputs.lever("Delivery", lever)}`;
    const price = of && inputs.price(of.year - 1);
    return price ? f`${rate}*${price}` : rate;
  }
  if (/^Sum /.test(heading)) return none ?? sumOf(workings.attributed(first, lever));
  if (heading === `Share of gap ${lastYear}`)
    return f`${resultCell(table, row, lastYear)}/${workings.line("Gap", last.year)}`;
  if (heading === `Stand-alone ${lastYear}`) return none ?? workings.alone(last, lever);
  if (heading === `Overlap ${lastYear}`)
    return none ?? f`${workings.alone(last, lever)}-${workings.attributed(last, lever)}`;
  if (heading === `Least ${lastYear}`) return none ?? workings.least(lever);
  if (heading === `Most ${lastYear}`) return none ?? workings.most(lever);
  if (heading === `Net of costs ${lastYear}`) return workings.net(last, lever);
  if (/^Net of costs /.test(heading)) return sumOf(workings.net(first, lever));
  if (heading === "Present value of net") return workings.presentValue(lever);
  if (heading === `Risk-adjusted ${lastYear}`) {
    const isSaving = levers[lever]?.kind === "Saving";
    const planned = workings.planned && workings.attributed(workings.planned, lever);
    return none ?? (planned && (isSaving ? f`${planned}*${inputs.lever("Expected", lever)}` : planned));
  }
  return null;
}

/** What the method attributes to no lever. */
function overlapCell(
  heading: string,
  { workings, breakdown }: ResultCells,
  table: OutputTable,
  row: number,
): Operand | null {
  const years = breakdown.years.length;
  const [first, last] = [workings.periods[0], workings.periods.at(-1)];
  if (!first || !last) return null;
  const rest = (year: number): Formula => {
    const period = workings.periods[year] ?? last;
    return f`${workings.line("Savings", year)}-SUM(${workings.attributed(period)})`;
  };
  const period = workings.periods.find((one) => one.heading === heading);
  if (period) return rest(period.year);
  if (
    /^Sum |^Net of costs .+ to /.test(heading) ||
    (/^Net of costs /.test(heading) && heading !== `Net of costs ${last.heading}`)
  )
    return f`SUM(${{ ...resultCell(table, row, first.heading), columnCount: years }})`;
  if (heading === `Share of gap ${last.heading}`)
    return f`${resultCell(table, row, last.heading)}/${workings.line("Gap", last.year)}`;
  if (heading === `Net of costs ${last.heading}`) return resultCell(table, row, last.heading);
  return null;
}

/** Groups: each part the sum of its levers, each total of its parts. */
export function groupsCells(table: OutputTable, { breakdown, inputs, workings }: ResultCells): OutputTable {
  const { levers } = breakdown;
  const totals = new Set(table.totalRows);
  let first = 0;
  const blockOf = table.rows.map((_, at) => {
    if (at > 0 && totals.has(at - 1)) first = at;
    return first;
  });
  return withFormulas(table, (row, heading) => {
    const [by, part] = (table.rows[row] ?? []).map(String);
    const period =
      workings.periods.find((one) => one.heading === heading) ??
      (heading.startsWith("Full-year effect") ? workings.full : null);
    const own = (name: string): ResultArea => resultCell(table, row, name);
    const [firstYear, last] = [workings.periods[0], workings.periods.at(-1)];
    if (!firstYear || !last) return null;
    if (/^Sum /.test(heading)) return f`SUM(${{ ...own(firstYear.heading), columnCount: breakdown.years.length }})`;
    if (heading.startsWith("Share of gap")) return f`${own(last.heading)}/${workings.line("Gap", last.year)}`;
    if (!period) return null;
    if (totals.has(row)) {
      const from = blockOf[row] ?? 0;
      return f`SUM(${{ ...resultCell(table, from, heading), rowCount: row - from }})`;
    }
    if (by !== undefined && by in splitWords) {
      if (part === "Overlap not attributed")
        return f`${workings.line("Savings", period.year)}-SUM(${workings.attributed(period)})`;
      return f`SUMPRODUCT((${inputs.words(by)}=${resultCell(table, row, "Part")})*${workings.attributed(period)})`;
    }
    const lever = levers.findIndex(
      ({ kind, name, reference }) => kind === by && part === (reference === "" ? name : `${reference} ${name}`),
    );
    return lever < 0 ? null : workings.alone(period, lever);
  });
}

/** The bridge: its steps, and the columns that draw it as long as no bar changes its kind. */
export function bridgeCells(table: OutputTable, { breakdown, inputs, workings }: ResultCells): OutputTable {
  const last = workings.periods.at(-1);
  if (!last) return table;
  const hasGap = (breakdown.summary.gap?.at(-1) ?? null) !== null;
  const end = table.rows.length - 1;
  const amount = (row: number): ResultArea => resultCell(table, row, "Amount");
  const upTo = (row: number): Operand => (row < 0 ? 0 : f`SUM(${{ ...amount(0), rowCount: row + 1 }})`);
  const credited = workings.attributed(last);
  const steps = breakdown.levers.length;
  return withFormulas(table, (row, heading) => {
    const value = table.rows[row]?.[table.header.indexOf(heading)];
    const name = String(table.rows[row]?.[0]);
    if (heading === "Amount") {
      if (hasGap && row === 0) return workings.line("Gap", last.year);
      if (row === end) return workings.line(hasGap ? "Remaining gap" : "Savings", last.year);
      const sum =
        name === "Overlap not attributed"
          ? f`${workings.line("Savings", last.year)}-SUM(${credited})`
          : f`SUMPRODUCT((${inputs.words(stepHeading)}=${resultCell(table, row, "Step")})*${credited})`;
      return hasGap ? f`0-${sum}` : sum;
    }
    if (!barHeadings.includes(heading) || typeof value !== "number" || steps === 0) return null;
    const [before, after] = [upTo(row - 1), upTo(row)];
    if (heading === "End" || heading === "Across zero") return amount(row);
    if (heading === "Lift") return value >= 0 ? f`MIN(${before},${after})` : f`MAX(${before},${after})`;
    if (heading.endsWith(" above zero")) return f`MAX(${before},${after})`;
    if (heading.endsWith(" below zero")) return f`MIN(${before},${after})`;
    if (heading.startsWith("Link ")) {
      const index = Number(heading.slice(5)) - 1;
      return upTo(row % 3 === index && row < end ? row : row - 1);
    }
    return value >= 0 ? f`ABS(${amount(row)})` : f`0-ABS(${amount(row)})`;
  });
}

/** The Summary's years and figures. */
export function summaryCells(table: OutputTable, cells: ResultCells): OutputTable {
  const { workings, breakdown } = cells;
  const lineNames: Record<string, string> = {
    "Savings identified": "Identified",
    Unidentified: "Not identified",
    "Of it contingency": "Contingency",
  };
  const isCouncil = breakdown.position?.form === "council";
  const years = withFormulas(table, (row, heading) => {
    // A council's table has a line a row and a year a column, a plan's the other way round.
    const [name, year] = isCouncil ? [String(table.rows[row]?.[0]), breakdown.years.indexOf(heading)] : [heading, row];
    if (name === "Savings as a share of spend")
      return f`${workings.line("Savings", year)}/${workings.line("Need", year)}`;
    const ofPosition = positionCell(cells.position, name, breakdown.years[year] ?? "");
    // In a council's position Funding is what comes again alone.
    if (ofPosition && isCouncil) return ofPosition;
    const line = lineNames[name] ?? name;
    return workings.hasLine(line) ? workings.line(line, year) : ofPosition;
  });
  const last = breakdown.years.length - 1;
  const whole = breakdown.summary.gap?.at(-1) ?? null;
  const of = workings.line(whole === null ? "Savings" : "Gap", last);
  let isOfSchemes = false;
  const page = table.page && {
    ...table.page,
    rows: table.page.rows.map((row) => {
      const [name, amount, share] = row.cells;
      if (row.look === "heading") isOfSchemes = name === "Largest schemes";
      if (row.look !== "figure" || typeof name !== "string" || typeof amount !== "number") return row;
      const formula = isOfSchemes ? schemeOf(name, cells) : figureOf(name, cells);
      // A figure that no formula follows says of when it is.
      if (!formula) return { ...row, cells: [`${name} (when written)`, amount, share ?? null] };
      return {
        ...row,
        cells: [name, cellOf(formula), typeof share === "number" ? cellOf(f`${formula}/${of}`) : (share ?? null)],
      };
    }),
  };
  return { ...years, ...(page && { page }) };
}

function positionCell(position: OutputTable | null, step: string, year: string): ResultArea | null {
  const row = position?.rows.findIndex(([name]) => name === step) ?? -1;
  return !position || row < 0 || !position.header.includes(year) ? null : resultCell(position, row, year);
}

function figureOf(name: string, { workings, breakdown, inputs, plan, position }: ResultCells): Formula | null {
  const last = breakdown.years.length - 1;
  const line = (of: string): Formula | null => (workings.hasLine(of) ? f`${workings.line(of, last)}` : null);
  const bases = (plan.categories ?? []).map((_, at) => inputs.spendBase(at));
  const need = bases.length > 0 ? f`SUM(${{ ...bases[0]!, rowCount: bases.length }})` : null;
  switch (name) {
    case "Schemes":
      return line("Identified");
    case "Without a scheme":
      return line("Not identified");
    case "Savings":
      return line("Savings");
    case "Target":
    case "Gap":
      return line("Gap");
    case "To be found":
    case "Left over":
      return f`ABS(${workings.line("Remaining gap", last)})`;
    case "Need":
    case "Funding":
      return line(name);
    case "Recurrent savings":
      return line("Recurrent savings");
    case "Only against the baseline":
      return line("Only against the baseline");
  }
  const ofPosition = positionCell(position, name, breakdown.years.at(-1) ?? "");
  if (ofPosition) return f`${ofPosition}`;
  if (inputs.price(0)) return null;
  if (name.startsWith("Need, change since ") && need) return f`${workings.line("Need", last)}-${need}`;
  if (name.startsWith("Funding, change since ")) return f`${workings.line("Funding", last)}-${inputs.fundingBase()}`;
  if (name.startsWith("Spend above funding in ") && need) return f`${need}-${inputs.fundingBase()}`;
  return null;
}

/** A scheme may be called as a figure is. */
function schemeOf(name: string, { workings, breakdown }: ResultCells): Formula | null {
  const lever = breakdown.levers.findIndex((one) => one.name === name);
  const period = workings.periods.at(-1);
  return lever < 0 || !period ? null : f`${workings.attributed(period, lever)}`;
}

/** The table with formulas in place of figures; a cell for which there is none stays a figure. */
export function withFormulas(
  table: OutputTable,
  formulaOf: (row: number, heading: string) => Operand | null,
): OutputTable {
  return {
    ...table,
    rows: table.rows.map((cells, row) =>
      cells.map((cell, column) => {
        if (typeof cell !== "number") return cell;
        const formula = formulaOf(row, table.header[column] ?? "");
        return formula === null ? cell : cellOf(formula);
      }),
    ),
  };
}

function cellOf(operand: Operand): OutputCell {
  return typeof operand === "number" ? operand : { formula: f`${operand}`.parts };
}

/** A cell of a result table by its row and heading. */
export function resultCell({ id, header }: OutputTable, row: number, heading: string): ResultArea {
  return { table: id, row, column: header.indexOf(heading), rowCount: 1, columnCount: 1 };
}
