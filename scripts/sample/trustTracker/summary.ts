import { columnLetters } from "../../../src/cells/address";
import { SheetWriter, type Look, type Styles } from "../sheetWriter";
import { budgetOf, budgetTotal, incomeTotal } from "./budgetAndIncome";
import type { SchemeFact, TrackerFacts } from "./facts";
import { looks, ragColors, tabColors } from "./looks";
import { place, totalRow } from "./tracker";

/** "Summary": the page for the board, every figure a formula on the other sheets. */
export function summarySheet(facts: TrackerFacts, styles: Styles): SheetWriter {
  const sheet = new SheetWriter("Summary", styles, [38, 13, 13, 13, 13, 13, 13, 13], tabColors.summary);
  sheet.put(0, 0, facts.title, looks.title);
  sheet.height(0, 26);
  sheet.put(
    1,
    0,
    `Cost improvement programme ${facts.year}, month ${facts.month} (${facts.monthName})`,
    looks.subtitle,
  );
  sheet.put(
    2,
    0,
    `${facts.unit}. Made up for this sample; every figure here is a formula on the sheets behind.`,
    looks.note,
  );
  const afterPosition = position(sheet, facts, 4);
  const afterDivisions = byDivision(sheet, facts, afterPosition + 1);
  const end = byRag(sheet, facts, afterDivisions + 1);
  sheet.print = {
    orientation: "landscape",
    titleRows: 0,
    area: { rowCount: end, columnCount: 8 },
    footer: facts.title,
  };
  return sheet;
}

/** Requirement, plan and forecast, one below the other. */
function position(sheet: SheetWriter, facts: TrackerFacts, top: number): number {
  sheet.put(top, 0, "Position", looks.headerText);
  sheet.put(top, 1, facts.unit, looks.header);
  const total = totalRow(facts) + 1;
  const { budget, income, schemes } = facts;
  const spend = sumOf(budget, (one) => budgetOf(facts, one));
  const earned = sumOf(income, ({ plan }) => plan);
  const unidentified = sumOf(
    schemes.filter(({ status }) => status === "Unidentified"),
    planned,
  );
  const all = sumOf(schemes, planned);
  const expected = sumOf(schemes, forecast);
  const recurrent = sumOf(
    schemes.filter(({ recurrence }) => recurrence === "R"),
    planned,
  );
  const cell = (offset: number): string => `B${top + 1 + offset}`;
  const lines: [string, number, string, Look][] = [
    ["Expenditure budget before savings", spend, budgetTotal(facts), looks.amount],
    ["Income plan", earned, incomeTotal(facts), looks.amount],
    ["Savings requirement to break even", spend - earned, `${cell(1)}-${cell(2)}`, looks.subtotal],
    ["Schemes in the plan", all - unidentified, `${cell(6)}-${cell(5)}`, looks.amount],
    [
      "Not yet identified",
      unidentified,
      sumIfs(facts, place.planTotal, [[place.status, `"Unidentified"`]]),
      looks.amount,
    ],
    ["Savings plan", all, `'CIP Tracker'!X${total}`, looks.subtotal],
    ["Plan less requirement", all - (spend - earned), `${cell(6)}-${cell(3)}`, looks.amount],
    ["Forecast outturn", expected, `'CIP Tracker'!AK${total}`, looks.amount],
    ["Forecast less plan", expected - all, `${cell(8)}-${cell(6)}`, looks.amount],
    [
      "Recurrent share of the plan",
      recurrent / all,
      `${sumIfs(facts, place.planTotal, [[place.recurrence, `"R"`]])}/${cell(6)}`,
      looks.rate,
    ],
  ];
  lines.forEach(([label, value, formula, look], index) => {
    sheet.put(top + 1 + index, 0, label, look === looks.subtotal ? looks.subtotalText : looks.text);
    sheet.put(top + 1 + index, 1, value, look, formula);
  });
  negativesRed(sheet, top + 1, 1, lines.length, 1);
  return top + 1 + lines.length;
}

const columns: [string, number, (scheme: SchemeFact, month: number) => number][] = [
  ["Plan", place.planTotal, planned],
  ["YTD plan", place.planToDate, ({ plan }, month) => sumOf(plan.slice(0, month))],
  ["YTD actual", place.actualToDate, ({ actual }) => sumOf(actual)],
  ["YTD variance", place.varianceToDate, ({ actual, plan }, month) => sumOf(actual) - sumOf(plan.slice(0, month))],
  ["Forecast outturn", place.forecastTotal, forecast],
  ["Forecast variance", place.variance, (scheme) => forecast(scheme) - planned(scheme)],
  ["FYE", place.fullYear, ({ recurrence, plan }) => (recurrence === "R" ? 12 * (plan[11] ?? 0) : 0)],
];

function byDivision(sheet: SheetWriter, facts: TrackerFacts, top: number): number {
  sheet.put(top, 0, "By division", looks.headerText);
  columns.forEach(([heading], index) => sheet.put(top, 1 + index, heading, looks.header));
  sheet.height(top, 34);
  facts.divisions.forEach((division, index) => {
    const row = top + 1 + index;
    const own = facts.schemes.filter((scheme) => scheme.division === division);
    sheet.put(row, 0, division, looks.text);
    columns.forEach(([, column, amount], at) =>
      sheet.put(
        row,
        1 + at,
        sumOf(own, (scheme) => amount(scheme, facts.month)),
        looks.amount,
        sumIfs(facts, column, [[place.division, `$A${row + 1}`]]),
      ),
    );
  });
  const total = top + 1 + facts.divisions.length;
  sheet.put(total, 0, "Trust total", looks.totalText);
  columns.forEach((_, at) =>
    sheet.sum(total, 1 + at, { row: top + 1, column: 1 + at }, { row: total - 1, column: 1 + at }, looks.total),
  );
  for (const column of [4, 6]) negativesRed(sheet, top + 1, column, total - top, 1);
  return total + 1;
}

function byRag(sheet: SheetWriter, facts: TrackerFacts, top: number): number {
  sheet.put(top, 0, "By RAG", looks.headerText);
  ["Schemes", "Plan", "Forecast outturn"].forEach((heading, index) => sheet.put(top, 1 + index, heading, looks.header));
  sheet.height(top, 34);
  const letters = ["G", "A", "R"] as const;
  letters.forEach((letter, index) => {
    const row = top + 1 + index;
    const own = facts.schemes.filter(({ rag }) => rag === letter);
    sheet.put(row, 0, letter, looks.text);
    sheet.put(row, 1, own.length, looks.amount, `COUNTIFS(${range(facts, place.rag)},$A${row + 1})`);
    sheet.put(row, 2, sumOf(own, planned), looks.amount, sumIfs(facts, place.planTotal, [[place.rag, `$A${row + 1}`]]));
    sheet.put(
      row,
      3,
      sumOf(own, forecast),
      looks.amount,
      sumIfs(facts, place.forecastTotal, [[place.rag, `$A${row + 1}`]]),
    );
    sheet.colorRules.push({
      area: { row, column: 0, rowCount: 1, columnCount: 1 },
      when: { equals: letter },
      ...ragColors[letter],
    });
  });
  const total = top + 1 + letters.length;
  sheet.put(total, 0, "Total", looks.totalText);
  for (const column of [1, 2, 3])
    sheet.sum(total, column, { row: top + 1, column }, { row: total - 1, column }, looks.total);
  return total + 1;
}

/** Of the tracker's rows, one column's; subtotals have no division, status or colour, so that conditions leave them out. */
function range(facts: TrackerFacts, column: number): string {
  const letters = columnLetters(column);
  return `'CIP Tracker'!$${letters}$${place.first + 1}:$${letters}$${totalRow(facts)}`;
}

function sumIfs(facts: TrackerFacts, column: number, conditions: [number, string][]): string {
  const tests = conditions.map(([of, is]) => `${range(facts, of)},${is}`);
  return `SUMIFS(${range(facts, column)},${tests.join(",")})`;
}

function negativesRed(sheet: SheetWriter, row: number, column: number, rowCount: number, columnCount: number): void {
  sheet.colorRules.push({ area: { row, column, rowCount, columnCount }, when: "negative", fontColor: "#C00000" });
}

function planned({ plan }: SchemeFact): number {
  return sumOf(plan);
}

function forecast({ actual, forecast: rest }: SchemeFact): number {
  return sumOf(actual) + sumOf(rest);
}

function sumOf(numbers: readonly number[]): number;
function sumOf<T>(things: readonly T[], amount: (thing: T) => number): number;
function sumOf<T>(things: readonly T[], amount: (thing: T) => number = Number): number {
  return things.reduce((sum, thing) => sum + amount(thing), 0);
}
