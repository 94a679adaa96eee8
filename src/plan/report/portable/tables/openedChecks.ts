import type { SheetArea } from "../../../../cells/area";
import type { Lever, Plan } from "../../../plan";
import { runsOf } from "../../../reading/extent/memoRows";
import { cellAt } from "../../../reading/sheetGrid";
import type { ResultArea } from "../../outputTable";
import type { Follow } from "../following/follow";
import { lengthOf } from "../formulas/excelLimits";
import { f, joined, type Formula, type Operand } from "../formulas/formula";
import type { Inputs } from "../inputs/inputs";
import type { Workings } from "../workings/workings";
import type { ShapeCheck } from "./asRead";

/** What a run would refuse or ask about that figures typed later can bring in: growth of 100%, more saved than is spent, signs, a full year below a part. */
export function openedChecks(plan: Plan, { inputs, workings, follow, isAsWritten }: OpenedChecks): ShapeCheck[] {
  return [
    ...chunked("Growth: below 100%", growthTerms(plan, inputs, follow)),
    ...(isAsWritten ? [...chunked("Savings: none above the spend", workings.held())] : []),
    ...chunked("Savings: none of another sign", signTerms(plan, inputs)),
    ...chunked("Contingencies: negative as they were", contingencyTerms(plan, inputs)),
    ...chunked("Shares of a baseline: within 100%", shareTerms(follow)),
    ...chunked("Savings shown as negatives: none that is not", bracketTerms(follow)),
    ...chunked("Full-year effects: none below the part-year effect", fullYearTerms(plan, inputs, follow)),
  ];
}

interface OpenedChecks {
  inputs: Inputs;
  workings: Pick<Workings, "held">;
  follow: Pick<Follow, "links" | "tables">;
  /** Whether the scenario delivers the plan as it is written, against no less spend. */
  isAsWritten: boolean;
}

/** How many figures that are linked as growth come to double what was there before, or to nothing. */
function growthTerms({ categories, funding }: Plan, inputs: Inputs, { links }: Pick<Follow, "links">): Operand[] {
  const years = Array.from({ length: inputs.yearCount }, (_, year) => year);
  const isBeyond = (now: ResultArea, before: ResultArea): Formula =>
    f`SUMPRODUCT((${before}>0)*((${now}>=2*${before})+(${now}<=0)))`;
  const ofRow = (cell: (year: number) => ResultArea, base: ResultArea | null, name: string): Operand[] => {
    const linked = years.filter((year) => links.has(`${name} growth ${year}`) && !links.has(`${name} year ${year}`));
    // The year before stands one column to the left; that of the first is the base.
    const later = runsOf(linked.filter((year) => year > 0)).map((run) => {
      const [first, columnCount] = [run[0] ?? 0, run.length];
      return isBeyond({ ...cell(first), columnCount }, { ...cell(first - 1), columnCount });
    });
    return [...(linked.includes(0) && base ? [isBeyond(cell(0), base)] : []), ...later];
  };
  const parts = (["inflation", "demand"] as const).map((part) => ({
    heading: part === "inflation" ? ("Inflation" as const) : ("Demand" as const),
    rows: (categories ?? []).flatMap((_, at) => (links.has(`category ${at} ${part}`) ? [at] : [])),
  }));
  return [
    ...(categories ?? []).flatMap(({ base }, at) =>
      ofRow((year) => inputs.spend(at, year), base === null ? null : inputs.spendBase(at), `category ${at}`),
    ),
    ...(funding ? ofRow(inputs.funding, funding.base === null ? null : inputs.fundingBase(), "funding") : []),
    ...parts.flatMap(({ heading, rows }) =>
      runsOf(rows).map((run) => {
        const area = { ...inputs.growthPart(run[0] ?? 0, heading), rowCount: run.length };
        return f`SUMPRODUCT((${area}>=1)+(${area}<=-1))`;
      }),
    ),
  ];
}

/** Among savings alone: how many are negative that were not. Beside pressures and the like a negative saving is a cost, and no question. */
function signTerms({ levers }: Plan, inputs: Inputs): Operand[] {
  if (levers.some(({ kind }) => kind !== "Saving")) return [];
  return levers.flatMap((lever, at) => (sizeOf(lever) < 0 ? [] : [f`(${asTyped(lever, at, inputs)}<0)`]));
}

/** An allowance that is taken off is one by its name and its minus: without that it is a saving. */
function contingencyTerms({ levers }: Plan, inputs: Inputs): Operand[] {
  return levers.flatMap((lever, at) =>
    lever.kind === "Contingency" && sizeOf(lever) < 0 ? [f`(${asTyped(lever, at, inputs)}>=0)`] : [],
  );
}

/** What a row saves by its own figures, all years together. */
function asTyped({ effect }: Lever, at: number, inputs: Inputs): Operand {
  if (effect.kind !== "byYear") return inputs.lever("Value", at);
  return f`SUM(${{ ...inputs.leverYear(at, 0), columnCount: inputs.yearCount }})`;
}

/** Percents of the row's own baseline, which stand in the product of both. */
function shareTerms({ links, tables }: Pick<Follow, "links" | "tables">): Operand[] {
  const places = new Set(
    [...links.values()].flatMap(({ is, terms }) => (is === "product" ? terms.map(({ cell }) => placeOf(cell)) : [])),
  );
  return tables.flatMap(({ grid, rows, columns }) =>
    columns.flatMap(({ column, meaning }) => {
      if (meaning !== "savingShare") return [];
      const at = (row: number): SheetArea => ({ sheet: grid.sheet, row, column, rowCount: 1, columnCount: 1 });
      const own = rows.filter((row) => places.has(placeOf(at(row))));
      // A column of 5 for 5% goes to 100.
      const whole = own.some((row) => Math.abs(Number(cellAt(grid, row, column))) > 1) ? 100 : 1;
      return runsOf(own).map((run) => f`SUMPRODUCT(1*(ABS(${{ ...at(run[0] ?? 0), rowCount: run.length }})>${whole}))`);
    }),
  );
}

/** Of a register that shows savings as negatives, how many of its figures are none any more: by those it is told. */
function bracketTerms({ links, tables }: Pick<Follow, "links" | "tables">): Operand[] {
  const turned = new Set(
    [...links].flatMap(([name, { terms }]) =>
      name.startsWith("lever ") ? terms.filter(({ factor }) => factor < 0).map(({ cell }) => placeOf(cell)) : [],
    ),
  );
  return tables.flatMap(({ grid, rows, columns }) =>
    columns.flatMap(({ column }) => {
      const at = (row: number): SheetArea => ({ sheet: grid.sheet, row, column, rowCount: 1, columnCount: 1 });
      const own = rows.filter((row) => turned.has(placeOf(at(row))) && !(Number(cellAt(grid, row, column)) > 0));
      return runsOf(own).map((run) => f`SUMPRODUCT(1*(${{ ...at(run[0] ?? 0), rowCount: run.length }}>0))`);
    }),
  );
}

function placeOf({ sheet, row, column }: SheetArea): string {
  return `${sheet}!${row},${column}`;
}

function sizeOf({ effect }: Lever): number {
  if (effect.kind === "byYear") return effect.amounts.reduce((sum, amount) => sum + amount, 0);
  return effect.kind === "amount" ? effect.amount : effect.kind === "level" ? effect.share : effect.rate;
}

/** Of rows with a full-year effect of their own that is not below what a year saves: how many it falls below. */
function fullYearTerms(plan: Plan, inputs: Inputs, { tables, links }: Pick<Follow, "links" | "tables">): Operand[] {
  const hasColumn = tables.some(({ columns }) => columns.some(({ meaning }) => meaning === "fullYearEffect"));
  if (!hasColumn) return [];
  const rows = plan.levers.flatMap(({ effect, recurrent }, at) => {
    if (effect.kind !== "byYear" || !recurrent || !links.has(`lever ${at} full year`)) return [];
    const most = Math.max(...effect.amounts);
    return effect.fullYear >= most && most > 0 ? [at] : [];
  });
  return runsOf(rows).map((run) => {
    const [first, rowCount] = [run[0] ?? 0, run.length];
    const years = { ...inputs.leverYear(first, 0), rowCount, columnCount: inputs.yearCount };
    const full = { ...inputs.leverYear(first, "full"), rowCount };
    const recurs = { ...inputs.lever("Recurrent", first), rowCount };
    return f`SUMPRODUCT((${recurs}=1)*(${years}>${full}+${inputs.constant("Tolerance")}*ABS(${years})))`;
  });
}

/** So many in one formula as it has room for: none of them counts anything. */
export function chunked(name: string, terms: readonly Operand[]): ShapeCheck[] {
  const checks: Operand[][] = [];
  let room = 0;
  for (const term of terms) {
    const length = lengthOf(f`${term}`);
    if (length > room) {
      checks.push([]);
      room = mostCharacters;
    }
    room -= length;
    checks.at(-1)?.push(term);
  }
  return checks.map((some, at) => ({
    name: at > 0 ? `${name} ${at + 1}` : name,
    is: f`${joined(some, "+")}=0`,
  }));
}

/** Under Excel's 8,192, what stands around it aside. */
const mostCharacters = 8000;
