import { callFunction } from "../../../src/functions/call";
import { catalogue } from "../../../src/functions/catalogue";
import type { ValueContent } from "@workbooks/xlsx/content";
import type { Facts } from "./facts";
import { looks, rowHeight, ruled, tabColors } from "./looks";
import { SheetWriter, type Look, type Styles } from "../sheetWriter";
import { leverCell, needCell } from "./tables";

/** "Read me": what the workbook is, how to use it, and formulas that work on its cells. */
export function readMeSheet(facts: Facts, styles: Styles): SheetWriter {
  const sheet = new SheetWriter("Read me", styles, [2, 60, 15, 15, 15, 15, 15, 15], tabColors.readMe);
  let row = 0;
  const line = (text: string, look: Look = looks.text): void => sheet.put(row++, 1, text, look);
  const heading = (text: string): void => {
    row++;
    for (let column = 1; column <= 7; column++) sheet.put(row, column, column === 1 ? text : null, looks.heading);
    sheet.height(row++, 22);
  };

  sheet.height(row, 30);
  line(facts.title, looks.title);
  line(`A sample of Savings Attribution for Excel · ${facts.unit}, ${facts.priceBasis}`, looks.subtitle);
  for (const text of introduction(facts)) {
    if (text.heading) heading(text.heading);
    text.lines.forEach((one) => line(one));
  }
  heading("Formulas to try");
  row = formulas(sheet, row, facts);
  heading("If the parts work on the same spend");
  row = overlapTable(sheet, row, facts);
  heading("The gap year by year, at 2% a year");
  row = path(sheet, row, facts);
  heading("What to know about the figures");
  facts.caveats.forEach((caveat) => line(caveat));
  heading("Sources");
  Object.values(facts.sources).forEach((source) => line(`${source}.`));
  return sheet;
}

function introduction(facts: Facts): { heading?: string; lines: string[] }[] {
  return [
    {
      heading: "What this is",
      lines: [
        "In 2014 the NHS expected need to outgrow flat real funding by £30bn a year by 2020/21. £8bn was to come as funding, £22bn as efficiencies.",
        "Spending, Funding and Levers hold that plan as tables, each figure with its source. Blue figures are inputs: change them and run again.",
      ],
    },
    {
      heading: "How to use it",
      lines: [
        "1.  Home › Savings › Open pane. The pane reads the three tables and says what it understood, column by column.",
        "2.  Run. The result opens with the register's own total of £22.0bn, then the gap, what remains, and how much of it is identified.",
        `3.  Choose the scenario '${facts.scenario.name}', stored in this workbook, to see what is left of the £22bn if the parts work on the same spend.`,
        "4.  Write to workbook adds sheets with the breakdown and a bridge chart; nothing on these four sheets is touched.",
        "Without the add-in this workbook opens with the values last calculated; the SAVINGS formulas show #NAME? once they recalculate.",
      ],
    },
  ];
}

/** Question, answer, formula: live cells. */
function formulas(sheet: SheetWriter, top: number, facts: Facts): number {
  const { base, growth, rise } = facts.need;
  const need = base.value + rise.value;
  const funding = base.value + facts.funding.rise.value;
  const years = facts.years.length;
  const rows: [string, string, unknown[], string, Look][] = [
    [
      "Need above flat real funding after six years at 4% (£bn)",
      "SAVINGSGAP",
      [base.value, growth.value, 0, years],
      "113,4%,0%,6",
      looks.answer,
    ],
    [
      "What 2% a year for six years takes off that need (£bn)",
      "COMPOUNDEFF",
      [0.02, years, need],
      `2%,6,${needCell()}`,
      looks.answer,
    ],
    [
      "Efficiency a year that brings need down to funding",
      "REQUIREDEFF",
      [need, funding, years],
      `${needCell()},113+8,6`,
      looks.answerRate,
    ],
  ];
  const headers = [looks.header, looks.headerNumber, looks.headerAside];
  ["Question", "Answer", "Formula"].forEach((text, index) => sheet.put(top, 1 + index, text, headers[index]));
  for (let column = 4; column <= 7; column++) sheet.put(top, column, null, looks.header);
  rows.forEach(([question, name, given, written, look], index) => {
    sheet.height(top + 1 + index, rowHeight);
    const formula = `SAVINGS.${name}(${written})`;
    sheet.put(top + 1 + index, 1, question, ruled(looks.text));
    sheet.spill(top + 1 + index, 2, call(name, given), formula, () => ruled(look));
    sheet.put(top + 1 + index, 3, `=${formula}`, ruled(looks.formula));
    for (let column = 4; column <= 7; column++) sheet.put(top + 1 + index, column, null, ruled(looks.text));
  });
  return top + 1 + rows.length;
}

/** The published parts beside what each contributes where every part works on what the others leave. */
function overlapTable(sheet: SheetWriter, top: number, facts: Facts): number {
  const { levers } = facts.savings;
  const need = facts.need.base.value + facts.need.rise.value;
  const effects = levers.map(({ saving }) => saving / need);
  const first = top + 1;
  const last = top + levers.length;
  const range = (column: string): string => `${column}${first + 1}:${column}${last + 1}`;
  const amount = { ...looks.amountFine, ...ruled(looks.amountFine) };

  const headings = ["Part of the £22bn", "As published (£bn)", "Share of need", "If they overlap (£bn)", "Less (£bn)"];
  headings.forEach((text, index) => sheet.put(top, 1 + index, text, index === 0 ? looks.header : looks.headerNumber));
  sheet.height(top, 32);
  const attributed = call("ATTRIBUTE", [need, effects.map((effect) => [effect])]);
  levers.forEach(({ name, saving }, index) => {
    const row = first + index;
    sheet.height(row, rowHeight);
    sheet.put(row, 1, name, ruled(looks.text), leverCell(0, index));
    sheet.put(row, 2, saving, amount, leverCell(2, index));
    sheet.put(row, 3, effects[index] ?? 0, ruled(looks.rate), `C${row + 1}/${needCell()}`);
    sheet.put(row, 5, saving - Number(attributed[index]?.[0]), amount, `C${row + 1}-E${row + 1}`);
  });
  sheet.spill(first, 4, attributed, `SAVINGS.ATTRIBUTE(${needCell()},${range("D")})`, () => ({
    ...looks.answer,
    ...ruled(looks.answer),
  }));

  const combined = attributed.reduce((sum, [part]) => sum + Number(part), 0);
  const published = levers.reduce((sum, { saving }) => sum + saving, 0);
  const totals: [number, number | string, string | undefined][] = [
    [1, "Together", undefined],
    [2, published, `SUM(${range("C")})`],
    [3, published / need, `SUM(${range("D")})`],
    [4, combined, `SUM(${range("E")})`],
  ];
  const total = (column: number): Look =>
    column === 1 ? looks.totalLabel : { ...looks.total, numberFormat: column === 3 ? "0.0%" : "#,##0.00" };
  for (const [column, value, formula] of totals) sheet.put(last + 1, column, value, total(column), formula);
  const twice = call("OVERLAP", [need, effects.map((effect) => [effect])]);
  sheet.spill(last + 1, 5, twice, `SAVINGS.OVERLAP(${needCell()},${range("D")})`, total);
  sheet.put(
    last + 2,
    1,
    `E${first + 1}: =SAVINGS.ATTRIBUTE(${needCell()},${range("D")}) fills the column by itself; F${last + 2}: =SAVINGS.OVERLAP(…) is what adding up counts twice.`,
    looks.quiet,
  );
  return last + 3;
}

/** One formula that fills a table. */
function path(sheet: SheetWriter, top: number, facts: Facts): number {
  const { base, growth } = facts.need;
  const values = call("GAPTABLE", [base.value, growth.value, 0, facts.years.length, 0.02, facts.baseYear]);
  sheet.spill(top, 1, values, `SAVINGS.GAPTABLE(113,4%,0%,6,2%,"${facts.baseYear}")`, (column, row) => {
    if (row === top) return column === 1 ? looks.header : looks.headerNumber;
    return ruled(column === 1 ? looks.text : looks.amount);
  });
  values.forEach((_row, index) => sheet.height(top + index, rowHeight));
  sheet.put(
    top + values.length,
    1,
    `B${top + 1}: =SAVINGS.GAPTABLE(113,4%,0%,6,2%,"${facts.baseYear}") fills the table by itself; in £bn, against flat real funding.`,
    looks.quiet,
  );
  return top + values.length + 1;
}

/** What the add-in's own function answers, so that the file shows it before anyone recalculates. */
function call(name: string, given: unknown[]): ValueContent[][] {
  const record = catalogue.find((one) => one.name === name);
  if (!record) throw new Error(`There is no function ${name}.`);
  const result = callFunction(record, given);
  if (result instanceof Promise) throw new Error(`${name} answers later; the sample needs it now.`);
  return result as ValueContent[][];
}
