import { areaAddress, cellAddress, readArea } from "../../cells/address";
import { areasMeet, type SheetArea } from "../../cells/area";
import { isBlank, type Cell } from "../../cells/cell";
import { findNamed, sameName } from "../../cells/names";
import type { Breakdown } from "../breakdown";
import { evaluate } from "../evaluation/evaluate";
import type { Corrections, PlanReading } from "../reading/planReading";
import { readAllTables } from "../reading/side/readAllTables";
import { cellAt, type SheetGrid } from "../reading/sheetGrid";
import { builtInScenarios, type Scenario } from "../scenario";
import { argumentAreas } from "./argumentAreas";
import { noticed, type ArgumentAreas } from "./noticed";
import { isProblem, type ArgumentName, type PlanArguments, type Problem } from "./planArguments";
import {
  breakdownBlock,
  bridgeBlock,
  groupsBlock,
  positionBlock,
  splitParts,
  summaryBlock,
  type Block,
} from "./planBlocks";
import { planTableWith, type PlanTableWanted } from "./planTable";
import { readingTable } from "./readingTable";
import { absolute, withBlanks } from "./references";
import { scenarioTable } from "./scenarioTable";

/** What is written to be live: a formula a block on the user's own cells, and what it needs beside them. */
export interface LiveBreakdown {
  breakdown: Breakdown;
  blocks: LiveBlock[];
  reading: (string | number)[][];
  /** Of a scenario of the user's own its table, else its name. */
  scenario: (string | number)[][] | string;
  /** In place of the scenario's. */
  method: string | null;
  /** What stands for each table in the formulas. */
  texts: Partial<Record<ArgumentName | "target", string>>;
}

export const liveIds = ["summary", "breakdown", "groups", "bridge", "position"] as const;
export type LiveId = (typeof liveIds)[number];

export interface LiveBlock {
  id: LiveId;
  /** Name of its function. */
  function: string;
  /** What it answers now. */
  cells: Block;
}

export interface LiveRequest {
  reading: PlanReading;
  grids: SheetGrid[];
  corrections: Corrections;
  scenario: Scenario;
}

/**
 * The blocks of a plan as functions will answer them, from values alone; a problem where they would not say what the pane does, with the cells that only it
 * can see.
 */
export function liveBreakdown({ reading, grids, corrections, scenario }: LiveRequest): LiveBreakdown | Problem {
  const { plan } = reading;
  if (!plan) return { problem: "There is no plan to write; its errors come first." };
  const hindrance = hindranceOf(reading);
  if (hindrance) return { problem: `${hindrance}; write values instead.` };
  const areas = argumentAreas(reading, grids);
  if (!areas.register) return { problem: "The register's cells are not known; write values instead." };
  const target = targetOf(reading, grids);
  if (target && isProblem(target)) return target;
  const table = readingTable(noticed(reading, grids, corrections, areas));
  const isBuiltIn = builtInScenarios.some((one) => JSON.stringify(one) === JSON.stringify(ofFunctions(scenario)));
  const asked = isBuiltIn ? scenario.name : scenarioTable(scenario);
  const method = isBuiltIn && scenario.method !== undefined ? scenario.method : null;
  const breakdown = evaluate(plan, scenario);
  const given = valuesIn(areas, grids, table, target?.values);
  const blocks: LiveBlock[] = [];
  for (const id of liveIds) {
    const cells = blockOf(id, breakdown);
    if (!cells) continue;
    const { position: _, ...others } = given;
    const { target: __, ...ofPosition } = given;
    const read = given.position ? readAllTables : undefined;
    const answer = planTableWith(
      { given: id === "position" ? ofPosition : others, scenario: asked, method, wanted: wantedOf(id) },
      ...(read && id === "position" ? [read] : []),
    );
    const why = isProblem(answer) ? answer.problem : differenceOf(answer.cells, cells);
    if (why !== null) return { problem: `${onlySeen(areas, grids, why)} Write values instead.` };
    blocks.push({ id, function: functions[id], cells });
  }
  const texts = { ...textsOf(areas, grids), ...(target && { target: target.text }) };
  return { breakdown, blocks, reading: table, scenario: asked, method, texts };
}

const functions: Record<LiveId, string> = {
  summary: "PLANSUMMARY",
  breakdown: "PLANBREAKDOWN",
  groups: "PLANGROUPS",
  bridge: "PLANBRIDGE",
  position: "PLANPOSITION",
};

function wantedOf(id: LiveId): PlanTableWanted {
  if (id === "groups") return { table: "groups", by: "group" };
  return id === "bridge" ? { table: "bridge", year: "" } : { table: id };
}

function blockOf(id: LiveId, breakdown: Breakdown): Block | null {
  if (id === "summary") return summaryBlock(breakdown);
  if (id === "breakdown") return breakdownBlock(breakdown);
  if (id === "groups") return groupsBlock(breakdown, splitParts.group.heading, splitParts.group.part);
  return id === "bridge" ? bridgeBlock(breakdown, breakdown.years.length - 1) : positionBlock(breakdown);
}

/** Without what only a simulation uses, and the method, which the functions are given beside it. */
function ofFunctions({ method: _, trials: __, seed: ___, correlation: ____, ...others }: Scenario): Scenario {
  return others;
}

/** What no function can be given. */
function hindranceOf({ registers, side }: PlanReading): string | null {
  if (registers.length > 1) {
    const where = registers.map(({ address, sheet }) => (address.includes("!") ? address : `${sheet}!${address}`));
    return `The register stands in ${registers.length} tables (${where.join(", ")}), and a formula reads one`;
  }
  return side?.prices ? `The Prices table (${side.prices.address}) takes part, and no formula reads it` : null;
}

/** The target as the formulas are given it: the cells that say so, or the number that the user typed in the pane. */
function targetOf(
  { target, plan }: PlanReading,
  grids: readonly SheetGrid[],
): { text: string; values: number[] } | null | Problem {
  if (!target || !plan) return null;
  const given = target.byYear.flatMap((amount) => amount ?? []);
  const last = target.byYear.at(-1) ?? null;
  const values = given.length === 1 && last !== null ? [last] : target.byYear.map((amount) => amount ?? 0);
  if (target.cell === "") return { text: String(last ?? 0), values: [last ?? 0] };
  const at = readArea(target.cell, "");
  const grid = at && findNamed(grids, at.sheet, ({ sheet }) => sheet);
  const cells = values.map((_, step) => (grid ? cellAt(grid, at.row, at.column + step) : null));
  if (!at || cells.some((cell, step) => (isBlank(cell) ? 0 : cell) !== values[step]))
    return { problem: `The target at ${target.cell} is not as the formulas would read it; write values instead.` };
  return { text: absolute({ ...at, rowCount: 1, columnCount: values.length }), values };
}

/** Each blank as the empty text that the formula makes of it. */
function valuesIn(
  areas: ArgumentAreas,
  grids: readonly SheetGrid[],
  reading: Cell[][],
  target: number[] | undefined,
): PlanArguments {
  const tables = Object.entries(areas).map(([name, area]): [string, Cell[][]] => [name, valuesAt(area, grids)]);
  const given = { ...Object.fromEntries(tables), reading, ...(target && { target }) };
  return given as unknown as PlanArguments;
}

function valuesAt(area: SheetArea, grids: readonly SheetGrid[]): Cell[][] {
  const grid = findNamed(grids, area.sheet, ({ sheet }) => sheet);
  return Array.from({ length: area.rowCount }, (_, row) =>
    Array.from({ length: area.columnCount }, (__, column) => {
      const value = grid ? cellAt(grid, area.row + row, area.column + column) : null;
      return value === null ? "" : value;
    }),
  );
}

/** `IF(r="","",r)`: blanks stay blank in every Excel. An Excel table by its name, so that it may grow. */
function textsOf(areas: ArgumentAreas, grids: readonly SheetGrid[]): LiveBreakdown["texts"] {
  return Object.fromEntries(
    Object.entries(areas).map(([name, area]) => {
      const grid = findNamed(grids, area.sheet, ({ sheet }) => sheet);
      const table = grid?.tables.find((one) => isSame(one, area));
      return [name, withBlanks(table ? `${table.name}[#All]` : absolute(area))];
    }),
  );
}

function isSame(one: Omit<SheetArea, "sheet">, other: SheetArea): boolean {
  return areasMeet(one, other) && one.rowCount === other.rowCount && one.columnCount === other.columnCount;
}

/** Where an answer differs from the block that the pane writes, to 1e-9; null where it does not. */
function differenceOf(answer: Block, block: Block): string | null {
  for (const [row, cells] of block.entries()) {
    const name = String(cells[0] ?? "");
    const other = answer[row];
    if (!other || !sameName(String(other[0] ?? ""), name)) return `'${name}' would not be where the pane has it.`;
    for (const [column, cell] of cells.entries()) {
      const now = other[column];
      const isNear =
        typeof cell === "number" && typeof now === "number"
          ? Math.abs(now - cell) <= 1e-9 * Math.max(1, Math.abs(cell))
          : now === cell;
      if (!isNear) return `'${name}' would have ${String(now)} where the pane has ${String(cell)}.`;
    }
  }
  return answer.length === block.length ? null : "There would be more rows than the pane has.";
}

/** The sentence with the cells that a formula cannot see as the pane does: merged ones, as far as there are any. */
function onlySeen(areas: ArgumentAreas, grids: readonly SheetGrid[], why: string): string {
  const merged = Object.values(areas).flatMap((area) => {
    const grid = findNamed(grids, area.sheet, ({ sheet }) => sheet);
    return (grid?.merged ?? [])
      .filter((one) => areasMeet(one, area))
      .map((one) => areaAddress({ sheet: area.sheet, ...one }));
  });
  const [first = "", ...more] = merged;
  const others = more.length > 0 ? ` and ${more.length} more merged cells` : "";
  const place = Object.values(areas)[0];
  const where = first === "" && place ? cellAddress(place.sheet, place.row, place.column) : first;
  return first === ""
    ? `A formula sees values alone, and of the table at ${where} they say something else than the pane reads: ${why}`
    : `A formula sees values alone, and cannot see that cells are merged (${first}${others}): ${why}`;
}
