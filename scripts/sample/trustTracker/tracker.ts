import { SheetWriter, type Look, type Styles } from "../sheetWriter";
import type { SchemeFact, TrackerFacts } from "./facts";
import { looks, ragColors, tabColors } from "./looks";

const months = ["Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar"];
const details = ["Ref", "Scheme", "Division", "Workstream", "Exec Lead", "R / NR", "Cash releasing?", "Gate", "Status"];

/** Zero-based places of the register, which the summary points at. */
export const place = {
  heading: 5,
  first: 6,
  division: 2,
  recurrence: 5,
  status: 8,
  rag: 9,
  start: 10,
  plan: 11,
  planTotal: 23,
  actual: 24,
  forecastTotal: 36,
  planToDate: 37,
  actualToDate: 38,
  varianceToDate: 39,
  variance: 40,
  fullYear: 41,
  qia: 42,
  comments: 43,
  key: 45,
};

/** The row of the grand total, one below the last division's subtotal. */
export function totalRow({ schemes, divisions }: TrackerFacts): number {
  return place.first + schemes.length + divisions.length;
}

export function trackerSheet(facts: TrackerFacts, styles: Styles): SheetWriter {
  const widths = [10, 33, 20, 15, 25, 7, 10, 7, 17, 6, 12];
  const amounts = Array.from({ length: place.qia - place.plan }, (_, index) =>
    [place.planTotal, place.forecastTotal].includes(place.plan + index) ? 11 : index < 26 ? 8 : 11,
  );
  const columns = [...widths, ...amounts, 17, 40, 3, 6, 44];
  const sheet = new SheetWriter("CIP Tracker", styles, columns, tabColors.tracker);
  sheet.put(0, 0, facts.title, looks.title);
  sheet.put(
    1,
    0,
    `Cost improvement programme ${facts.year}: scheme tracker, month ${facts.month} (${facts.monthName})`,
    looks.subtitle,
  );
  sheet.put(2, 0, `${facts.unit} unless stated. Plan as submitted in March 2026; shortfalls in brackets.`, looks.note);
  sheet.height(0, 26);
  headings(sheet, facts);

  let row = place.first;
  for (const division of facts.divisions) {
    const schemes = facts.schemes.filter((scheme) => scheme.division === division);
    schemes.forEach((scheme, index) => schemeRow(sheet, row + index, scheme, facts.month));
    const last = row + schemes.length - 1;
    totals(sheet, last + 1, `${division} subtotal`, { first: row, last }, looks.subtotalText, looks.subtotal);
    row = last + 2;
  }
  const all = { first: place.first, last: row - 1 };
  totals(sheet, row, "Trust total", all, looks.totalText, looks.total);
  sheet.height(row, 20);
  notes(sheet, row + 2);
  key(sheet);

  const area = { row: place.first, rowCount: row - place.first + 1 };
  const variances = [place.varianceToDate, place.variance];
  variances.forEach((column) =>
    sheet.colorRules.push({ area: { ...area, column, columnCount: 1 }, when: "negative", fontColor: "#C00000" }),
  );
  for (const [letter, colors] of Object.entries(ragColors))
    for (const column of [place.rag, place.key])
      sheet.colorRules.push({ area: { ...area, column, columnCount: 1 }, when: { equals: letter }, ...colors });
  sheet.content.frozen = { rows: place.first, columns: 2 };
  sheet.print = {
    orientation: "landscape",
    titleRows: place.first,
    area: { rowCount: row + 8, columnCount: place.comments + 1 },
    footer: facts.title,
  };
  return sheet;
}

function headings(sheet: SheetWriter, { month, year }: TrackerFacts): void {
  const row = place.heading;
  sheet.band(row - 1, 0, place.plan, "Scheme", looks.band);
  sheet.band(row - 1, place.plan, 13, `Plan ${year}`, looks.band);
  sheet.band(row - 1, place.actual, 13, `Actual to month ${month}, forecast after it`, looks.band);
  sheet.band(row - 1, place.planToDate, 3, `Year to date, month ${month}`, looks.band);
  sheet.band(row - 1, place.variance, 2, "Full year", looks.band);
  sheet.band(row - 1, place.qia, 2, "Assurance", looks.band);
  details.forEach((text, column) => sheet.put(row, column, text, looks.headerText));
  sheet.put(row, place.rag, "RAG", looks.header);
  sheet.put(row, place.start, "Start Date", looks.header);
  months.forEach((name, index) => {
    sheet.put(row, place.plan + index, name, looks.header);
    sheet.put(row, place.actual + index, `${name} (${index < month ? "A" : "F"})`, looks.header);
  });
  const others: [number, string][] = [
    [place.planTotal, "Plan PYE 26/27"],
    [place.forecastTotal, "Forecast outturn"],
    [place.planToDate, "YTD plan"],
    [place.actualToDate, "YTD actual"],
    [place.varianceToDate, "YTD variance"],
    [place.variance, "Forecast variance"],
    [place.fullYear, "Plan FYE"],
    [place.qia, "QIA"],
    [place.comments, "Comments"],
  ];
  others.forEach(([column, text]) => sheet.put(row, column, text, looks.header));
  sheet.height(row, 34);
}

function schemeRow(sheet: SheetWriter, row: number, scheme: SchemeFact, month: number): void {
  const { ref, name, division, workstream, lead, recurrence, cashReleasing, gate, status, rag } = scheme;
  const texts = [ref, name, division, workstream, lead, recurrence, cashReleasing, gate, status, rag];
  const middle = [5, 6, 7, 9];
  texts.forEach((text, column) => sheet.put(row, column, text, middle.includes(column) ? looks.middle : looks.text));
  sheet.put(row, place.start, dateSerial(scheme.start), looks.date);
  scheme.plan.forEach((amount, index) => sheet.put(row, place.plan + index, amount, looks.input));
  [...scheme.actual, ...scheme.forecast].forEach((amount, index) =>
    sheet.put(row, place.actual + index, amount, looks.input),
  );
  const across = (column: number, from: number, count: number): void =>
    sheet.sum(row, column, { row, column: from }, { row, column: from + count - 1 }, looks.amount);
  across(place.planTotal, place.plan, 12);
  across(place.forecastTotal, place.actual, 12);
  across(place.planToDate, place.plan, month);
  across(place.actualToDate, place.actual, month);
  const line = row + 1;
  const less = (column: number, one: number, other: number, formula: string): void =>
    sheet.put(row, column, sheet.number(row, one) - sheet.number(row, other), looks.amount, formula);
  less(place.varianceToDate, place.actualToDate, place.planToDate, `AM${line}-AL${line}`);
  less(place.variance, place.forecastTotal, place.planTotal, `AK${line}-X${line}`);
  const fullYear = recurrence === "R" ? 12 * (scheme.plan[11] ?? 0) : 0;
  sheet.put(row, place.fullYear, fullYear, looks.amount, `IF(F${line}="R",12*W${line},0)`);
  sheet.put(row, place.qia, scheme.qia === "" ? null : scheme.qia, looks.text);
  sheet.put(row, place.comments, scheme.comment === "" ? null : scheme.comment, looks.text);
}

function totals(
  sheet: SheetWriter,
  row: number,
  label: string,
  { first, last }: { first: number; last: number },
  text: Look,
  amount: Look,
): void {
  for (let column = 0; column <= place.comments; column++) {
    const isAmount = column >= place.plan && column <= place.fullYear;
    if (isAmount) sheet.sum(row, column, { row: first, column }, { row: last, column }, amount, "SUBTOTAL");
    else sheet.put(row, column, column === 1 ? label : null, text);
  }
}

function notes(sheet: SheetWriter, top: number): void {
  sheet.put(top, 0, "Notes", looks.heading);
  [
    "R = recurrent, NR = non-recurrent. PYE = part-year effect, what a scheme saves in 2026/27; FYE = full-year effect, twelve times the plan for March.",
    "Gates: G0 no scheme, G1 idea, G2 outline case, G3 full case, G4 approved, G5 delivering. A scheme enters the plan at G2.",
    "Forecasts are the leads', reviewed by the PMO on working day 5. The unidentified balance is forecast at nothing until schemes replace it.",
    "The plan agrees to the savings requirement on the Summary: budget before savings less income.",
  ].forEach((text, index) => sheet.put(top + 1 + index, 0, text, looks.plainNote));
}

/** What the colours say, at the right of the register. */
function key(sheet: SheetWriter): void {
  sheet.put(place.heading, place.key, "Key to RAG", looks.heading);
  const lines = [
    ["G", "On plan, or less than 5% below it"],
    ["A", "Late or 5% to 25% below plan; recovery agreed"],
    ["R", "No scheme, or more than 25% below plan"],
  ] as const;
  lines.forEach(([letter, text], index) => {
    sheet.put(place.first + index, place.key, letter, looks.middle);
    sheet.put(place.first + index, place.key + 1, text, looks.plainNote);
  });
}

/** Excel's number of a day. */
function dateSerial(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / 86_400_000 + 25_569;
}
