import type { Breakdown, KindTotal } from "../breakdown";
import { checkLines } from "./checkLines";
import type { AnsweredQuestion, Finding } from "../finding";
import { unitLine } from "./numberFormats";
import type { OutputTable, RunNotes } from "./outputTable";
import type { KindOfRow, Plan } from "../plan";
import { methodLine, tableIdentity } from "./tableIdentity";
import { amountWords } from "./words";

/** How the numbers came about: scenario, method, price basis, sources, rows that are no saving, the findings accepted, the checks. */
export function notesTable(breakdown: Breakdown, plan: Plan, notes: RunNotes): OutputTable {
  const { years, unit } = breakdown;
  const lines: [string, string][] = [
    ["Scenario", breakdown.scenario],
    ["Method", methodLine(breakdown.method)],
    ["Unit and price basis", unitLine(breakdown)],
    ["Years", `${breakdown.baseYear} (base), ${years[0] ?? ""} to ${years.at(-1) ?? ""}`],
    ...sourceLines(plan),
    ["Register total", amountWords(breakdown.registerTotal, unit)],
    ...(notes.sheetTotals ?? []).map(({ cell, says, read }): [string, string] => [
      "Reconciliation with the sheet",
      totalWords(cell, says, read, unit),
    ]),
    ...(notes.corrections ?? []).map((line): [string, string] => ["Corrected by you", line]),
    ["Add-in version", notes.addInVersion],
    ["Time of the run", notes.time],
    ...breakdown.kinds.flatMap((kind) => kindLines(kind, breakdown, plan)),
    ...checkLines(breakdown),
    ...(notes.answered ?? []).map(answerLine),
    ...breakdown.findings.flatMap(findingLines),
  ];
  return {
    ...tableIdentity("notes", breakdown.scenario),
    title: `Notes, ${breakdown.scenario}`,
    noteLines: [],
    header: ["Note", "Value"],
    rows: lines,
    numberFormats: lines.map(() => ["@", "@"]),
  };
}

/** Only of the tables that the workbook has; several registers have a line each. */
function sourceLines({ sources, target: wanted }: Plan): [string, string][] {
  const { spending, funding, target, levers } = sources;
  const tables: [string, string | null][] = [
    ["Spending read from", spending],
    ["Funding read from", funding],
    ["Target read from", target],
    ...levers.map((address): [string, string] => ["Levers read from", address]),
  ];
  const read = tables.flatMap(([name, address]): [string, string][] => (address ? [[name, address]] : []));
  return wanted && !target ? [...read, ["Target", "given for the run, not read from the workbook"]] : read;
}

function totalWords(cell: string, says: number, read: number, unit: string): string {
  const [sheet, here] = [says, read].map((amount) => amountWords(amount, unit));
  const isSame = Math.abs(says - read) <= 1e-6 * Math.max(Math.abs(says), Math.abs(read));
  return isSame ? `${cell} says ${sheet}, as read` : `${cell} says ${sheet}; read was ${here}`;
}

/** What rows of a kind do, and each of them with its years: none is lost without a word. */
function kindLines({ kind, amounts, rows }: KindTotal, { years, unit }: Breakdown, plan: Plan): [string, string][] {
  const byYear = (values: number[]): string =>
    values.map((value, year) => `${years[year] ?? ""} ${amountWords(value, unit)}`).join(", ");
  return [
    [kind, `${kindWords(kind, plan)}; together ${byYear(amounts)}`],
    ...rows.map(({ name, reference, cell, amounts: own }): [string, string] => [
      `${kind}: ${reference === "" ? name : `${reference} ${name}`}`,
      `${cell === "" ? "" : `${cell}: `}${byYear(own)}`,
    ]),
  ];
}

function kindWords(kind: KindOfRow, plan: Plan): string {
  switch (kind) {
    case "Saving":
      return "counts as a saving";
    case "Contingency":
      return "counts as a negative saving and stands apart from the levers";
    case "Pressure":
    case "Undelivered brought forward":
      return plan.categories
        ? "adds to need, saves nothing"
        : "saves nothing; without a Spending table there is no need to add it to";
    case "Mitigation":
      return "does not count in the plan";
    case "One-off cost":
      return "an investment in its years, in the net of costs";
    case "Funding switch":
      return plan.funding
        ? "funding in its years, no saving"
        : "no saving; without a Funding table there is no funding to add it to";
  }
}

function findingLines({ cell, message, count, question }: Finding): [string, string][] {
  const where = cell ? `${cell}: ` : "";
  const often = count !== undefined && count > 1 ? ` (${count} cells)` : "";
  const lines: [string, string][] = [["Finding accepted", `${where}${message}${often}`]];
  if (question)
    lines.push([
      "Question",
      `${where}${choicesWords(question.choices)}: '${question.taken}' was taken (${question.option})`,
    ]);
  return lines;
}

function answerLine({ cell, message, choices, chosen, cells }: AnsweredQuestion): [string, string] {
  const often = cells ? ` (${cells.length} cells)` : "";
  return ["Question answered", `${cell}: ${message}${often}; ${choicesWords(choices)}: '${chosen}' was chosen`];
}

function choicesWords(choices: readonly string[]): string {
  return choices.map((choice) => `'${choice}'`).join(" or ");
}
