import { countsAsSaving } from "../../../evaluation/kinds";
import { runsOf } from "../../../reading/extent/memoRows";
import { usualBy } from "../../bridge/bridge";
import { partOf } from "../../breakdownBy";
import type { OutputTable, ResultArea } from "../../outputTable";
import { call, f, type Operand } from "../formulas/formula";
import type { ShapeCheck } from "./asRead";
import { chunked } from "./openedChecks";
import { resultCell, stepHeading, stepOf, type ResultCells } from "./resultCells";

/** What holds as long as the larger savings stand first: in the bridge, before those that are joined there, and among the largest schemes. */
export function orderChecks(cells: ResultCells, bridge: OutputTable, groups: OutputTable): ShapeCheck[] {
  return [...bridgeChecks(cells, bridge, groups), ...schemeChecks(cells)];
}

function bridgeChecks(cells: ResultCells, bridge: OutputTable, groups: OutputTable): ShapeCheck[] {
  const { breakdown, inputs } = cells;
  const tolerance = inputs.constant("Tolerance");
  const isFalling = (breakdown.summary.gap?.at(-1) ?? null) !== null;
  const amount = (row: number): ResultArea => resultCell(bridge, row, "Amount");
  const parts = bridge.rows.flatMap(([name], row) => (isPlainStep(bridge, row, String(name)) ? [row] : []));
  const ordered = parts.slice(1).map((next, at): ShapeCheck => {
    const row = parts[at] ?? 0;
    return {
      name: `Bridge: ${String(bridge.rows[row]?.[0])} before ${String(bridge.rows[next]?.[0])}`,
      is: isFalling ? f`${amount(row)}<=${amount(next)}+${tolerance}` : f`${amount(row)}+${tolerance}>=${amount(next)}`,
    };
  });
  const last = parts.at(-1);
  const joinedRow = bridge.rows.findIndex(([name]) => isJoined(String(name)));
  if (last === undefined || joinedRow < 0) return ordered;
  const smallest = isFalling ? f`${tolerance}-${amount(last)}` : f`${amount(last)}+${tolerance}`;
  const beyond = joinedParts(cells, bridge, groups, joinedRow).map((part) => f`(${part}>${smallest})`);
  return [...ordered, ...chunked("Bridge: no smaller one above those shown", beyond)];
}

/** What each of those comes to that are joined in one step of the bridge. */
function joinedParts(
  { breakdown, inputs, workings }: ResultCells,
  bridge: OutputTable,
  groups: OutputTable,
  row: number,
): Operand[] {
  const period = workings.periods.at(-1);
  if (!period) return [];
  const step = String(bridge.rows[row]?.[0]);
  const own = breakdown.levers.flatMap((lever, at) => (stepOf(lever, breakdown, bridge) === step ? [at] : []));
  if (usualBy(breakdown) === "lever") return own.map((at) => workings.attributed(period, at));
  const names = new Set(own.map((at) => breakdown.levers[at]).flatMap((lever) => (lever ? [partOf.group(lever)] : [])));
  return [...names].flatMap((name) => {
    const at = groups.rows.findIndex(([by, part]) => by === "Group" && part === name);
    if (at < 0) return [];
    const isIts = f`(${inputs.words("Group")}=${resultCell(groups, at, "Part")})*(${inputs.words(stepHeading)}=${resultCell(bridge, row, "Step")})`;
    return [f`SUMPRODUCT(${isIts}*${workings.attributed(period)})`];
  });
}

/** The Summary names the five largest. */
function schemeChecks({ breakdown, inputs, workings }: ResultCells): ShapeCheck[] {
  const period = workings.periods.at(-1);
  const last = (at: number): number => breakdown.levers[at]?.attributed.at(-1) ?? 0;
  const schemes = breakdown.levers.flatMap(({ isOff, isIdentified, kind }, at) =>
    !isOff && isIdentified && countsAsSaving(kind) ? [at] : [],
  );
  const largest = schemes.filter((at) => last(at) > 0).sort((one, other) => last(other) - last(one));
  const [shown, others] = [largest.slice(0, mostSchemes), new Set(schemes)];
  shown.forEach((at) => others.delete(at));
  if (!period || shown.length < mostSchemes || others.size === 0) return [];
  const of = shown.map((at) => workings.attributed(period, at));
  const smallest = f`${call("MIN", of)}+${inputs.constant("Tolerance")}`;
  const beyond = runsOf([...others]).map((run) => {
    const area = { ...workings.attributed(period, run[0] ?? 0), rowCount: run.length };
    return f`SUMPRODUCT(1*(${area}>${smallest}))`;
  });
  return chunked("Summary: the largest schemes", beyond);
}

const mostSchemes = 5;

/** One of the parts that stand in the order of their size. */
function isPlainStep(bridge: OutputTable, row: number, name: string): boolean {
  const isEnd = row === bridge.rows.length - 1 || /^(Gap|Target) /.test(name);
  return !isEnd && !isJoined(name) && !apartNames.has(name);
}

function isJoined(name: string): boolean {
  return /^\d+ smaller$/.test(name);
}

const apartNames = new Set(["Only against the baseline", "Not identified", "Contingency", "Overlap not attributed"]);
