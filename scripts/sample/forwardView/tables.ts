import { columnLetters } from "../../../src/cells/address";
import type { Facts } from "./facts";
import { looks, rowHeight, ruled, tabColors } from "./looks";
import { SheetWriter, type Styles } from "../sheetWriter";

/** Zero-based rows that the three tables share: title, basis, a blank row, the header, then the table's rows. */
const header = 3;
const first = header + 1;

/** "Spending": need by year without any lever, and the rounding between the base and what was published. */
export function spendingSheet(facts: Facts, styles: Styles): SheetWriter {
  const sheet = new SheetWriter("Spending", styles, [44, 13, ...facts.years.map(() => 10.5), 70], tabColors.inputs);
  const columns = ["Category", `Base ${facts.baseYear} (${facts.unit})`, ...facts.years, "Note"];
  begin(sheet, "Spending without any lever", basis(facts), columns, 1);
  const { base, growth, rise } = facts.need;
  const [assumptions, riseRow] = [first + 4, first + 5];
  const last = facts.years.length;
  const need = needByYear(facts);

  sheet.put(first, 0, "NHS, at constant real growth", ruled(looks.inputText));
  sheet.put(first, 1, base.value, ruled(looks.input));
  need.forEach((amount, index) => {
    sheet.put(
      first,
      2 + index,
      amount,
      ruled(looks.amount),
      `${columnLetters(1 + index)}${first + 1}*(1+$B$${assumptions + 1})`,
    );
  });
  sheet.put(first, 2 + last, base.note, ruled(looks.note));

  sheet.height(first, 32);

  const rounding = roundingOf(facts);
  const lastYear = columnLetters(1 + last);
  sheet.put(first + 1, 0, "Rounding in the published figures", ruled(looks.inputText));
  for (let column = 1; column <= last; column++)
    sheet.put(first + 1, column, 0, ruled({ ...looks.input, numberFormat: "0.00" }));
  sheet.put(
    first + 1,
    1 + last,
    rounding,
    ruled({ ...looks.amount, numberFormat: "0.00" }),
    `$B$${riseRow + 1}-(${lastYear}${first + 1}-$B$${first + 1})`,
  );
  sheet.put(
    first + 1,
    2 + last,
    `Brings the rise in need to the published ${rise.value}: shown, not hidden.`,
    ruled(looks.note),
  );
  sheet.height(first + 1, rowHeight);
  sheet.table({ name: "Spending", row: header, column: 0, rowCount: 3, columns });

  sheet.put(first + 3, 0, "Assumptions", looks.heading);
  sheet.put(first + 3, 1, null, looks.heading);
  sheet.put(assumptions, 0, "Growth of need a year, real", looks.text);
  sheet.put(assumptions, 1, growth.value, looks.inputRate);
  sheet.put(assumptions, 2, `${facts.sources[growth.source]}.`, looks.aside);
  sheet.put(riseRow, 0, `Published rise in need by ${facts.years[last - 1]} (${facts.unit})`, looks.text);
  sheet.put(riseRow, 1, rise.value, looks.input);
  sheet.put(riseRow, 2, `${facts.sources[rise.source]}: above flat real funding.`, looks.aside);
  sheet.put(riseRow + 1, 0, `Need in ${facts.years[last - 1]} (${facts.unit})`, looks.totalLabel);
  sheet.put(riseRow + 1, 1, base.value + rise.value, looks.total, `${lastYear}${first + 1}+${lastYear}${first + 2}`);
  return sheet;
}

/** "Funding": flat in real terms, and the further funding, in equal steps. */
export function fundingSheet(facts: Facts, styles: Styles): SheetWriter {
  const sheet = new SheetWriter("Funding", styles, [44, 13, ...facts.years.map(() => 10.5), 70], tabColors.inputs);
  const columns = ["Funding", `Base ${facts.baseYear} (${facts.unit})`, ...facts.years, "Note"];
  begin(sheet, "Funding", basis(facts), columns, 1);
  const { rise, path } = facts.funding;
  const base = facts.need.base.value;
  const assumptions = first + 4;
  const last = facts.years.length;

  sheet.put(first, 0, "Flat in real terms", ruled(looks.inputText));
  sheet.put(first, 1, base, ruled(looks.amount), `Spending!$B$${first + 1}`);
  facts.years.forEach((_year, index) => sheet.put(first, 2 + index, base, ruled(looks.amount), `$B$${first + 1}`));
  sheet.put(first, 2 + last, "What the base year costs is funded in full: no opening deficit.", ruled(looks.note));
  sheet.put(first + 1, 0, "Further real funding", ruled(looks.inputText));
  sheet.put(first + 1, 1, 0, ruled(looks.input));
  facts.years.forEach((_year, index) => {
    sheet.put(
      first + 1,
      2 + index,
      (rise.value * (index + 1)) / last,
      ruled(looks.amount),
      `$B$${assumptions + 1}*${index + 1}/${last}`,
    );
  });
  sheet.put(first + 1, 2 + last, path.note, ruled(looks.note));
  sheet.height(first, rowHeight);
  sheet.height(first + 1, rowHeight);
  sheet.table({ name: "Funding", row: header, column: 0, rowCount: 3, columns });

  sheet.put(first + 3, 0, "Assumptions", looks.heading);
  sheet.put(first + 3, 1, null, looks.heading);
  sheet.put(assumptions, 0, `Further real funding by ${facts.years[last - 1]} (${facts.unit})`, looks.text);
  sheet.put(assumptions, 1, rise.value, looks.input);
  sheet.put(assumptions, 2, `${facts.sources[rise.source]}.`, looks.aside);
  return sheet;
}

/** "Levers": the parts of the total as published, which add up; below them, whether they do. */
export function leversSheet(facts: Facts, styles: Styles): SheetWriter {
  const sheet = new SheetWriter("Levers", styles, [58, 32, 11, 12, 11, 13, 11, 14, 22, 16, 28, 90], tabColors.inputs);
  const columns = [
    ...[
      "Lever",
      "Group",
      `Saving (${facts.unit})`,
      "Overlaps",
      "Start",
      "Phasing",
      "Ramp (years)",
      "Recurrent",
      "Type",
      "Status",
    ],
    ...["Evidence", "Note"],
  ];
  begin(sheet, "Levers: the £22bn as published", basis(facts), columns, 2);
  const { levers, total, phasing } = facts.savings;
  levers.forEach((lever, index) => {
    const row = first + index;
    const texts = [
      lever.name,
      lever.group,
      null,
      "no",
      lever.start,
      lever.phasing,
      null,
      "yes",
      lever.type,
      lever.status,
      facts.sources[lever.source]?.split(",")[0] ?? "",
    ];
    texts.forEach((text, column) => {
      if (text !== null) sheet.put(row, column, text, ruled(column > 2 ? looks.inputTextAside : looks.inputText));
    });
    sheet.put(row, 2, lever.saving, ruled(looks.input));
    sheet.put(row, 6, lever.ramp, ruled(looks.inputYears));
    sheet.put(row, 11, lever.note, ruled(looks.note));
    sheet.height(row, 32);
  });
  sheet.table({ name: "Levers", row: header, column: 0, rowCount: 1 + levers.length, columns });

  const below = first + levers.length + 1;
  const sum = levers.reduce((so, { saving }) => so + saving, 0);
  sheet.put(below, 0, `Sum of the levers, full year (${facts.unit})`, looks.totalLabel);
  sheet.put(below, 1, null, looks.totalLabel);
  sheet.put(below, 2, sum, looks.total, "SUM(Levers[Saving (£bn)])");
  sheet.put(below + 1, 0, `Published total (${facts.unit})`, looks.text);
  sheet.put(below + 1, 2, total.value, looks.input);
  sheet.put(below + 1, 3, `${facts.sources[total.source]}.`, looks.aside);
  sheet.put(below + 2, 0, `Rounding between them (${facts.unit})`, looks.text);
  sheet.put(below + 2, 2, total.value - sum, looks.amount, `ROUND(C${below + 2}-C${below + 1},9)`);
  sheet.put(below + 4, 0, phasing.note, looks.quiet);
  return sheet;
}

/** Need of each year after the base year, without the rounding. */
function needByYear({ need, years }: Facts): number[] {
  const amounts: number[] = [];
  years.forEach((_year, index) => amounts.push((amounts[index - 1] ?? need.base.value) * (1 + need.growth.value)));
  return amounts;
}

/** What the published rise in need has more than the computed one, in the last year. */
function roundingOf(facts: Facts): number {
  const need = needByYear(facts);
  return facts.need.rise.value - ((need[need.length - 1] ?? 0) - facts.need.base.value);
}

/** Address of a cell of the Levers table's row: what other sheets point at. */
export function leverCell(column: number, index: number): string {
  return `Levers!$${columnLetters(column)}$${first + index + 1}`;
}

/** Address of need in the last year, rounding included. */
export function needCell(): string {
  return `Spending!$B$${first + 7}`;
}

function basis({ unit, priceBasis }: Facts): string {
  return `${unit}, ${priceBasis}`;
}

function begin(
  sheet: SheetWriter,
  title: string,
  subtitle: string,
  columns: readonly string[],
  numbersFrom: number,
): void {
  sheet.put(0, 0, title, looks.title);
  sheet.put(1, 0, subtitle, looks.subtitle);
  sheet.height(0, 28);
  sheet.height(header, 32);
  columns.forEach((name, column) => {
    const isNumber = column >= numbersFrom && /£|^\d{4}|Ramp/.test(name);
    const afterNumber = column > numbersFrom && !isNumber;
    sheet.put(header, column, name, isNumber ? looks.headerNumber : afterNumber ? looks.headerAside : looks.header);
  });
  sheet.content.frozen = { rows: first, columns: 1 };
}
