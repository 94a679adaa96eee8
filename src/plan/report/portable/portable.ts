import type { Breakdown } from "../../breakdown";
import { changeOfPrices } from "../../evaluation/prices";
import { withWeights } from "../../evaluation/evaluate";
import type { Plan } from "../../plan";
import type { PlanReading } from "../../reading/planReading";
import type { SheetGrid } from "../../reading/sheetGrid";
import type { Scenario } from "../../scenario";
import { amountFormat } from "../numberFormats";
import type { OutputCell, OutputTable, RunNotes } from "../outputTable";
import { noteLinesOf, tableIdentity } from "../tableIdentity";
import { workOut } from "../workOut";
import { asReadOf, type AsRead, type ShapeCheck } from "./tables/asRead";
import { refuseOverLimits } from "./formulas/excelLimits";
import { CannotFollow } from "./cannotFollow";
import { followOf } from "./following/follow";
import { f } from "./formulas/formula";
import { holdToFigures } from "./heldToFigures";
import { inputsOf } from "./inputs/inputs";
import { orderChecks } from "./tables/orderChecks";
import { openedChecks } from "./tables/openedChecks";
import { soundChecks } from "./tables/soundChecks";
import { withoutEmptyColumns } from "./tables/emptyColumns";
import { positionCells } from "./tables/positionCells";
import {
  breakdownCells,
  bridgeCells,
  groupsCells,
  summaryCells,
  wordColumns,
  type ResultCells,
} from "./tables/resultCells";
import type { ResultSheet } from "./tables/resultSheet";
import { typedTotalChecks } from "./tables/typedTotals";
import { workingsOf } from "./workings/workings";

/** The workbook's sheets as they were read, and how to read them again. */
interface ReadAgain {
  grids: SheetGrid[];
  read: (grids: SheetGrid[]) => PlanReading;
}

/**
 * A scenario of a plan worked out, and its tables with native formulas on the user's cells: Inputs, Workings and, where there is spending, ByCategory
 * beside them, and AsRead, which compares what the formulas do not follow. Every formula is calculated here and held against the figures before
 * anything is written.
 *
 * @throws CannotFollow where formulas cannot say the same
 */
export function* workOutPortable(
  plan: Plan,
  asked: Scenario,
  notes: RunNotes,
  { grids, read }: ReadAgain,
): Generator<number, { breakdown: Breakdown; tables: OutputTable[] }, void> {
  const { breakdown, tables } = workOut(plan, asked, notes);
  if (breakdown.checks.proRataCancelled > 0)
    throw new CannotFollow(
      "Pro rata has no answer where savings and costs of a category cancel out, and Shapley took its place there, which no formula follows; another method, or values, can be written instead.",
    );
  const scenario = withWeights(plan, asked);
  const reading = read(grids);
  const following = followOf(reading, plan, grids, read);
  let step = following.next();
  for (; !step.done; step = following.next()) yield step.value * 0.8;
  const follow = step.value;
  const byId = (id: OutputTable["id"]): OutputTable => tables.find((table) => table.id === id) as OutputTable;
  const [breakdownTable, groups, bridge] = [byId("breakdown"), byId("groups"), byId("bridge")];
  const format = amountFormat(breakdown);
  const change = changeOfPrices(plan, scenario);
  if (change && plan.levers.some(({ priceIndex }) => priceIndex))
    throw new CannotFollow(
      "The register is in other prices than the spending, and the scenario turns both once more, which no formula follows; values can be written instead.",
    );
  const inputs = inputsOf({
    ...{ plan, scenario, breakdown, follow, format },
    words: wordColumns(breakdown, groups, bridge, follow.recurrent.size > 0),
    prices: change?.factors ?? null,
  });
  const has = (start: string): boolean => breakdownTable.header.some((heading) => heading.startsWith(start));
  const isPlanned =
    (scenario.delivery ?? "planned") === "planned" &&
    !scenario.leverFactors &&
    !scenario.groupFactors &&
    !scenario.statusFactors;
  // What a Position table says of the base year, and prices that are turned, no formula follows.
  const followsPosition = breakdown.position !== null && !plan.position && !change;
  const workings = workingsOf({
    ...{ plan, scenario, breakdown, inputs, format },
    needs: {
      fullYear:
        followsPosition ||
        has("Full-year effect") ||
        groups.header.some((heading) => heading.startsWith("Full-year effect")) ||
        has("Risk-adjusted"),
      planned: has("Risk-adjusted") && !isPlanned,
      range: has("Least") || has("Most"),
      net: has("Net of costs") || has("Present value"),
      position: followsPosition,
    },
  });
  const positionTable = tables.find(({ id }) => id === "position") ?? null;
  if (positionTable && !followsPosition && breakdown.position?.form === "council")
    throw new CannotFollow(
      "A council's budget with a Position table, or in prices that are turned, is worked out in a way that no cell formula follows; values can be written instead.",
    );
  const cells: ResultCells = { plan, breakdown, inputs, workings, position: followsPosition ? positionTable : null };
  const asRead = asReadOf(follow, reading, grids, [
    ...positionChecks(cells),
    ...orderChecks(cells, bridge, groups),
    ...soundChecks(plan, inputs),
    ...openedChecks(plan, { inputs, workings, follow, isAsWritten: isPlanned && !lowersSpend(scenario) }),
    ...typedTotalChecks(follow.tables, plan, grids, read),
  ]);
  const status = { formula: f`IF(${asRead.isAsRead}=1,${unchanged},${changed}&${asRead.firstChange}&".")`.parts };
  const made = tables.map((table): OutputTable => {
    const withStatus = { ...table, noteLines: [status, ...whenWritten(table)] };
    switch (table.id) {
      case "breakdown":
        return breakdownCells(withStatus, cells);
      case "groups":
        return groupsCells(withStatus, cells);
      case "bridge":
        return withPlainChart(bridgeCells(withStatus, cells), breakdown);
      case "summary":
        return summaryCells(withStatusOnPage(table, status), cells);
      case "position":
        return followsPosition
          ? withPlainPosition(positionCells(withStatus, cells), breakdown)
          : { ...table, noteLines: ["Values of this run: no formula follows them.", ...table.noteLines] };
      case "notes":
        return withFormNotes(table, asRead, followsPosition ? tables.filter(({ id }) => id !== "position") : tables);
      default:
        return table;
    }
  });
  const workingTables = [inputs.sheet, inputs.splits, ...workings.sheets, asRead.sheet].map((sheet) =>
    sheetTable(sheet, breakdown),
  );
  const all = withoutEmptyColumns([...made.slice(0, -1), ...workingTables, ...made.slice(-1)]);
  refuseOverLimits(all);
  holdToFigures(all, tables, grids);
  return { breakdown, tables: all };
}

function lowersSpend({ growthChange = 0, needAmountChange = 0, overlap }: Scenario): boolean {
  return growthChange < 0 || needAmountChange < 0 || (overlap !== undefined && overlap !== "asWritten");
}

/** What holds as long as no step of the position is missing: they come to its end. */
function positionChecks({ position, breakdown, inputs }: ResultCells): ShapeCheck[] {
  const tolerance = inputs.constant("Tolerance");
  const checks: ShapeCheck[] = [];
  const { years = [] } = breakdown.position ?? {};
  const stepCount = years[0]?.steps.length ?? 0;
  if (position)
    for (const { year } of years) {
      const column = position.header.indexOf(year);
      const first = { table: position.id, row: 0, column, rowCount: 1, columnCount: 1 };
      const end = { ...first, row: stepCount };
      checks.push({
        name: `Position ${year}: the steps come to its end`,
        is: f`ABS(SUM(${{ ...first, rowCount: stepCount }})-${end})<=${tolerance}*SUMPRODUCT(ABS(${{ ...first, rowCount: stepCount }}))`,
      });
    }
  return checks;
}

const unchanged = "Formulas on your cells. What they do not follow is as it was read.";
const changed = "Changed: run again. On AsRead this no longer holds: ";

/** Sentences with figures are of the moment. */
function whenWritten({ id, noteLines }: OutputTable): OutputTable["noteLines"] {
  if (id !== "bridge") return noteLines;
  return noteLines.map((line, at) => (at === 0 && typeof line === "string" ? `When written: ${line}` : line));
}

function withPlainPosition(table: OutputTable, { position }: Breakdown): OutputTable {
  const title = `Position, ${position?.years.at(-1)?.year ?? ""}`;
  return {
    ...table,
    noteLines: table.noteLines.map((line, at) =>
      at === 1 && typeof line === "string" ? `When written: ${line}` : line,
    ),
    ...(table.chart && { chart: { ...table.chart, title } }),
  };
}

function withPlainChart(table: OutputTable, { summary, years }: Breakdown): OutputTable {
  const hasGap = (summary.gap?.at(-1) ?? null) !== null;
  const title = hasGap ? `From gap to remaining gap, ${years.at(-1)}` : `Savings, ${years.at(-1)}`;
  return table.chart ? { ...table, chart: { ...table.chart, title } } : table;
}

/** In the free row under the sentences. */
function withStatusOnPage(table: OutputTable, status: OutputCell): OutputTable {
  const { page } = table;
  if (!page) return table;
  const free = page.rows.findIndex(({ look }) => look === "heading") - 1;
  const rows = page.rows.map((row, at): typeof row => {
    if (at === free) return { look: "quiet", cells: [status] };
    const [text] = row.cells;
    const isSentence = (row.look === "headline" || row.look === "text") && typeof text === "string" && text !== "";
    return isSentence && at < free ? { ...row, cells: [`When written: ${text}`] } : row;
  });
  return { ...table, page: { ...page, rows } };
}

/** What the formulas follow and what not. */
function withFormNotes(notes: OutputTable, { notFollowed }: AsRead, tables: readonly OutputTable[]): OutputTable {
  const asValues = tables
    .filter(({ id }) => !formulaTables.has(id) && id !== "notes")
    .map(({ sheetTitle }) => sheetTitle);
  const lines = [
    "Written as: native formulas on your cells; they follow numbers, dates and words of recurrence",
    ...(notFollowed.length > 0 ? [`Not followed, but compared on AsRead: ${notFollowed.join(", ")}`] : []),
    ...(asValues.length > 0 ? [`Values of this run: ${asValues.join(", ")}`] : []),
  ];
  const rows = lines.map((note): OutputCell[] => ["Formulas", note, null, ""]);
  const formats = lines.map(() => notes.numberFormats[0] ?? []);
  return { ...notes, rows: [...notes.rows, ...rows], numberFormats: [...notes.numberFormats, ...formats] };
}

const formulaTables = new Set<OutputTable["id"]>(["breakdown", "groups", "bridge", "summary"]);

const titles: Partial<Record<OutputTable["id"], string>> = {
  inputs: "Inputs of the formulas",
  splits: "What the totals add up by",
  workings: "Workings by year",
  byCategory: "Workings by category",
  asRead: "What was read",
};

const explanations: Partial<Record<OutputTable["id"], string>> = {
  inputs:
    "Every figure is a formula on your cells, or a constant that stands here alone. Change your own tables, not these cells.",
  splits: "Words and marks as they were read; the recurrence follows its cell.",
  workings: "From the Inputs to what each saving is credited with, block by block; the sentence over each says how.",
  byCategory: "What the savings do to the spend of each category, block by block.",
  asRead: "Cells that the formulas do not follow, as they were read, and whether they still stand so.",
};

function sheetTable(sheet: ResultSheet, breakdown: Breakdown): OutputTable {
  return {
    ...tableIdentity(sheet.id, breakdown.scenario),
    title: `${titles[sheet.id]}, ${breakdown.scenario}`,
    noteLines: [...noteLinesOf(breakdown), explanations[sheet.id] ?? ""],
    ...sheet.table(),
  };
}
