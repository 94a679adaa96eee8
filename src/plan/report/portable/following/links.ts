import { readArea } from "../../../../cells/address";
import type { SheetArea } from "../../../../cells/area";
import type { Plan } from "../../../plan";
import type { PlanReading } from "../../../reading/planReading";
import { cellAt, type SheetGrid } from "../../../reading/sheetGrid";
import { haveSameShape, planNumbers } from "./planNumbers";
import { withSums } from "./rowSums";
import { isAmountColumn, isNumberCell, withCells, type UserTable } from "./userTables";

/** How a number of the plan comes from cells of the user's: Σ factor × cell, or factor × cell × cell. */
export interface Link {
  is: "sum" | "product";
  terms: { cell: SheetArea; factor: number }[];
}

export type Links = ReadonlyMap<string, Link>;

/** The links of a plan's numbers, and the cells that change a number in a way that no link tells. */
export interface FoundLinks {
  links: Links;
  unlinked: readonly SheetArea[];
}

/**
 * Finds from which cells each number of the plan comes, and by which factors, by reading again with cells changed by so little that nothing else is read
 * differently: the reader alone knows what it makes of a cell, and what is found holds whatever the form of the register. A link that does not give
 * the number to its last digits is none.
 *
 * @returns in steps, as it takes a reading for each column
 */
export function* linksOf(
  plan: Plan,
  tables: readonly UserTable[],
  grids: readonly SheetGrid[],
  read: (grids: SheetGrid[]) => PlanReading,
  target: readonly SheetArea[] = [],
): Generator<number, FoundLinks, void> {
  const numbers = planNumbers(plan);
  const rates = new Map<string, { cell: SheetArea; factor: number }[]>();
  const probes = [...probesOf(plan, tables), ...targetProbes(target, grids)];
  for (const [at, probe] of probes.entries()) {
    yield at / probes.length;
    const changed = read(withSums(withCells(grids, probe), grids)).plan;
    if (!changed || !haveSameShape(plan, changed)) continue;
    for (const [name, value] of planNumbers(changed)) {
      const before = numbers.get(name);
      if (before === undefined || isNoise(name, value, before)) continue;
      for (const { grid, row, column, step, owner } of probe) {
        if (!owner(name)) continue;
        const cell = { sheet: grid.sheet, row, column, rowCount: 1, columnCount: 1 };
        rates.set(name, [...(rates.get(name) ?? []), { cell, factor: (value - before) / step }]);
      }
    }
  }
  const links = new Map<string, Link>();
  for (const [name, terms] of rates) {
    const link = linkOf(numbers.get(name) ?? 0, terms, grids);
    if (link) links.set(name, link);
  }
  for (const name of brokenLinks(links, probes, plan, grids, read)) links.delete(name);
  const unlinked = [...rates].flatMap(([name, terms]) =>
    links.has(name) || isSaidOtherwise(name, links) ? [] : terms.map(({ cell }) => cell),
  );
  return { links, unlinked };
}

/**
 * What holds where the cells are as they were read may hold there alone: 1,150 × 0.995 is 1,150 less 0.005 × 1,150 too. So all cells are changed at
 * once, by as much as leaves the plan its shape, and a link that no longer gives its number is none.
 */
function brokenLinks(
  links: Links,
  probes: readonly ProbedCell[][],
  plan: Plan,
  grids: readonly SheetGrid[],
  read: (grids: SheetGrid[]) => PlanReading,
): string[] {
  for (const share of [2 ** -5, 2 ** -10, 2 ** -16]) {
    const cells = probes.flat().map(({ grid, row, column }, at) => {
      const before = cellAt(grid, row, column) as number;
      // Each by another share, and none beyond 100% that was not.
      return { grid, row, column, value: before * (1 - share * (0.5 + ((at * 0.618) % 0.5))) };
    });
    const changedGrids = withSums(withCells(grids, cells), grids);
    const changed = read(changedGrids).plan;
    if (!changed || !haveSameShape(plan, changed)) continue;
    const numbers = planNumbers(changed);
    return [...links].flatMap(([name, link]) => (holds(link, numbers.get(name) ?? 0, changedGrids) ? [] : [name]));
  }
  return [];
}

function holds({ is, terms }: Link, value: number, grids: readonly SheetGrid[]): boolean {
  const amounts = terms.map(({ cell }) => amountIn(grids, cell));
  const parts =
    is === "product"
      ? [
          applied(
            amounts.reduce((product, amount) => product * amount, 1),
            terms[0]?.factor ?? 1,
          ),
        ]
      : terms.map(({ factor }, at) => applied(amounts[at] ?? 0, factor));
  const size = Math.max(Math.abs(value), ...parts.map(Math.abs));
  return Math.abs(parts.reduce((sum, part) => sum + part, 0) - value) <= 1e-11 * size;
}

/** A ratio of two amounts moves in its last digits where its base does; a probe moves a number by far more. */
function isNoise(name: string, value: number, before: number): boolean {
  const size = name.includes(" growth ") ? Math.max(1, Math.abs(before)) : Math.abs(before);
  return Math.abs(value - before) <= 8 * Number.EPSILON * size;
}

/** An amount of a year comes from its own cell, or from the year before and a growth, one or the other. */
function isSaidOtherwise(name: string, links: Links): boolean {
  const [, of, what, year] = /^(category \d+|funding) (year|growth) (\d+)$/.exec(name) ?? [];
  if (of === undefined) return false;
  const other = what === "year" ? "growth" : "year";
  const hasParts = links.has(`${of} inflation`) && links.has(`${of} demand`);
  return links.has(`${of} ${other} ${year}`) || hasParts;
}

interface ProbedCell {
  grid: SheetGrid;
  row: number;
  column: number;
  /** What it holds in the probe, and by how much that is more. */
  value: number;
  step: number;
  /** Which numbers it may have changed, where the probe changes others too. */
  owner: (name: string) => boolean;
}

/** A column of each table at a time: its rows are read apart. Of the rows of funding, which are added up, and of a target one at a time. */
function probesOf(plan: Plan, tables: readonly UserTable[]): ProbedCell[][] {
  const probes: ProbedCell[][] = [];
  const put = (at: number, cells: ProbedCell[]): void => void (probes[at] = [...(probes[at] ?? []), ...cells]);
  const nextOf = { levers: 0, spending: 0, funding: 0 };
  for (const table of tables) {
    const { kind, grid, rows } = table;
    for (const column of table.columns.filter(isAmountColumn)) {
      const filled = rows.filter((row) => isNumberCell(grid, row, column.column));
      const size = Math.max(...filled.map((row) => Math.abs(cellAt(grid, row, column.column) as number)), 0) || 1;
      const cells = filled.map((row): ProbedCell => {
        const before = cellAt(grid, row, column.column) as number;
        const value = before + 2 ** (Math.floor(Math.log2(Math.abs(before) || size)) - 30);
        return {
          ...{ grid, row, column: column.column },
          value,
          step: value - before,
          owner: ownerOf(plan, table, row),
        };
      });
      if (cells.length === 0) continue;
      if (kind === "funding") for (const cell of cells) put(nextOf.funding++, [cell]);
      else put(nextOf[kind]++, cells);
    }
  }
  return probes;
}

/** Cells of a target one at a time. */
function targetProbes(cells: readonly SheetArea[], grids: readonly SheetGrid[]): ProbedCell[][] {
  return cells.flatMap(({ sheet, row, column }) => {
    const grid = grids.find((one) => one.sheet === sheet);
    if (!grid || !isNumberCell(grid, row, column)) return [];
    const before = cellAt(grid, row, column) as number;
    if (before === 0) return [];
    const value = before + 2 ** (Math.floor(Math.log2(Math.abs(before))) - 30);
    return [[{ grid, row, column, value, step: value - before, owner: (name) => name.startsWith("target") }]];
  });
}

/** The numbers of the row's own levers, or category; of funding all. */
function ownerOf(plan: Plan, { kind, grid, rows }: UserTable, row: number): ProbedCell["owner"] {
  if (kind === "funding") return (name) => name.startsWith("funding");
  if (kind === "spending") {
    const at = rows.indexOf(row);
    return (name) => name.startsWith(`category ${at} `);
  }
  const own = plan.levers.flatMap(({ address }, at) => {
    const place = readArea(address, "");
    return place?.sheet === grid.sheet && place.row === row ? [at] : [];
  });
  return (name) => own.some((at) => name.startsWith(`lever ${at} `));
}

function linkOf(value: number, found: Link["terms"], grids: readonly SheetGrid[]): Link | null {
  const valueAt = (cell: SheetArea): number => amountIn(grids, cell);
  const terms = found
    .map(({ cell, factor }) => ({ cell, factor: plainFactor(factor) }))
    .filter(({ factor }) => factor !== 0);
  const agrees = (sum: number): boolean =>
    Math.abs(sum - value) <=
    1e-12 * Math.max(Math.abs(value), ...terms.map(({ cell, factor }) => Math.abs(valueAt(cell) * factor)));
  if (agrees(terms.reduce((sum, { cell, factor }) => sum + applied(valueAt(cell), factor), 0)))
    return terms.length > 0 ? { is: "sum", terms } : null;
  const [first, second, ...others] = found;
  if (!first || !second || others.length > 0) return null;
  const product = valueAt(first.cell) * valueAt(second.cell);
  const factor = plainFactor(value / product);
  // Of a product each factor changes the whole in proportion.
  const isProportional = ({ cell, factor: rate }: Link["terms"][number]): boolean =>
    Math.abs(rate * valueAt(cell) - value) <= 1e-4 * Math.abs(value);
  if (product === 0 || !isProportional(first) || !isProportional(second)) return null;
  if (!agrees(applied(product, factor))) return null;
  return {
    is: "product",
    terms: [
      { cell: first.cell, factor },
      { cell: second.cell, factor: 1 },
    ],
  };
}

/** What a number cell of the workbook holds. */
function amountIn(grids: readonly SheetGrid[], { sheet, row, column }: SheetArea): number {
  const grid = grids.find((one) => one.sheet === sheet);
  return grid ? Number(cellAt(grid, row, column)) : 0;
}

/** As the reader does it: 800,000 divided by a million is 0.8, times a millionth it is not. */
function applied(value: number, factor: number): number {
  const size = Math.abs(factor);
  return (size < 1 ? value / Math.round(1 / size) : value * size) * Math.sign(factor);
}

/** The factor that was meant: a whole number, or one part of it. What a change of a thousand millionth tells is right to a few digits. */
function plainFactor(factor: number): number {
  const size = Math.abs(factor);
  if (size < 1e-12) return 0;
  const plain = size < 1 ? 1 / Number((1 / size).toPrecision(4)) : Number(size.toPrecision(4));
  return plain * Math.sign(factor);
}
