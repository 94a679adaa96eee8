import { SheetWriter, type Styles } from "../sheetWriter";
import type { TrackerFacts } from "./facts";
import { looks, tabColors } from "./looks";

const first = 5;

/** "Budget 26-27": what each division spent, and what it would spend before savings; pay and non-pay apart. */
export function budgetSheet(facts: TrackerFacts, styles: Styles): SheetWriter {
  const sheet = new SheetWriter("Budget 26-27", styles, [30, 13, 13, 15, 11, 17, 3, 56], tabColors.money);
  sheet.put(0, 0, facts.title, looks.title);
  sheet.height(0, 26);
  sheet.put(1, 0, `Expenditure budget by division ${facts.year}, before savings`, looks.subtitle);
  sheet.put(2, 0, facts.unit, looks.note);
  const headings = [
    ...["Division", "Pay", "Non-pay", "Total 2025/26 outturn"],
    ...["Uplift 26/27", `Total ${facts.year} budget before savings`],
  ];
  headings.forEach((text, column) =>
    sheet.put(first - 1, column, text, column === 0 ? looks.headerText : looks.header),
  );
  const total = first + facts.budget.length;
  facts.budget.forEach((budget, index) => {
    const row = first + index;
    const line = row + 1;
    const uplift = upliftOf(facts, budget);
    sheet.put(row, 0, budget.division, looks.text);
    sheet.put(row, 1, budget.pay, looks.input);
    sheet.put(row, 2, budget.nonPay, looks.input);
    sheet.sum(row, 3, { row, column: 1 }, { row, column: 2 }, looks.amount);
    const weighted = `(B${line}*${upliftCell("pay")}+C${line}*${upliftCell("nonPay")})/D${line}`;
    sheet.put(row, 4, uplift, { ...looks.rate, numberFormat: "0.00%" }, weighted);
    sheet.put(row, 5, budgetOf(facts, budget), looks.amount, `ROUND(D${line}*(1+E${line}),0)`);
  });
  sheet.put(total, 0, "Total", looks.totalText);
  for (const column of [1, 2, 3, 5])
    sheet.sum(total, column, { row: first, column }, { row: total - 1, column }, looks.total);
  sheet.put(total, 4, null, looks.total);
  sheet.height(first - 1, 48);
  sheet.put(first - 1, 7, "Notes", looks.heading);
  [
    "Trust-wide holds the CNST premium, depreciation and reserves.",
    "Savings are taken out of budgets as schemes pass G4.",
  ].forEach((text, index) => sheet.put(first + index, 7, text, looks.plainNote));
  sheet.content.frozen = { rows: first, columns: 1 };
  sheet.print = {
    orientation: "landscape",
    titleRows: first,
    area: { rowCount: total + 1, columnCount: 8 },
    footer: facts.title,
  };
  return sheet;
}

/** What a division would spend in the year before savings. */
export function budgetOf(facts: TrackerFacts, budget: TrackerFacts["budget"][number]): number {
  return Math.round((budget.pay + budget.nonPay) * (1 + upliftOf(facts, budget)));
}

function upliftOf({ uplifts }: TrackerFacts, { pay, nonPay }: TrackerFacts["budget"][number]): number {
  return (pay * uplifts.pay + nonPay * uplifts.nonPay) / (pay + nonPay);
}

/** The cell with the expenditure of the year before savings. */
export function budgetTotal({ budget }: TrackerFacts): string {
  return `'Budget 26-27'!F${first + budget.length + 1}`;
}

/** "Income": by source, last year and this. */
export function incomeSheet(facts: TrackerFacts, styles: Styles): SheetWriter {
  const sheet = new SheetWriter("Income", styles, [42, 15, 15, 13, 11], tabColors.money);
  sheet.put(0, 0, facts.title, looks.title);
  sheet.height(0, 26);
  sheet.put(1, 0, `Income plan ${facts.year}`, looks.subtitle);
  sheet.put(2, 0, facts.unit, looks.note);
  const top = 4;
  ["Income source", "2025/26 outturn", `${facts.year} plan`, "Change", "Change %"].forEach((text, column) =>
    sheet.put(top, column, text, column === 0 ? looks.headerText : looks.header),
  );
  sheet.height(top, 34);
  const change = (row: number, total: boolean): void => {
    const [was, is] = [sheet.number(row, 1), sheet.number(row, 2)];
    sheet.put(row, 3, is - was, total ? looks.total : looks.amount, `C${row + 1}-B${row + 1}`);
    sheet.put(row, 4, (is - was) / was, total ? looks.totalRate : looks.rate, `D${row + 1}/B${row + 1}`);
  };
  facts.income.forEach(({ source, outturn, plan }, index) => {
    const row = top + 1 + index;
    sheet.put(row, 0, source, looks.text);
    sheet.put(row, 1, outturn, looks.input);
    sheet.put(row, 2, plan, looks.input);
    change(row, false);
  });
  const total = top + 1 + facts.income.length;
  sheet.put(total, 0, "Total income", looks.totalText);
  for (const column of [1, 2])
    sheet.sum(total, column, { row: top + 1, column }, { row: total - 1, column }, looks.total);
  change(total, true);
  sheet.put(
    total + 2,
    0,
    "Block contract as signed on 28 March 2026; elective activity is paid by tariff within it.",
    looks.plainNote,
  );
  sheet.content.frozen = { rows: top + 1, columns: 1 };
  sheet.print = {
    orientation: "portrait",
    titleRows: 0,
    area: { rowCount: total + 3, columnCount: 5 },
    footer: facts.title,
  };
  return sheet;
}

/** The cell with the income of the year. */
export function incomeTotal({ income }: TrackerFacts): string {
  return `Income!C${6 + income.length}`;
}

/** "Assumptions": what raises budgets into the year. */
export function assumptionsSheet(facts: TrackerFacts, styles: Styles): SheetWriter {
  const sheet = new SheetWriter("Assumptions", styles, [42, 13, 60], tabColors.money);
  sheet.put(0, 0, facts.title, looks.title);
  sheet.height(0, 26);
  sheet.put(1, 0, `Uplifts into ${facts.year}`, looks.subtitle);
  ["Assumption", "Rate", "Source"].forEach((text, column) => sheet.put(3, column, text, looks.headerText));
  const { pay, nonPay } = facts.uplifts;
  sheet.put(4, 0, "Pay award and increments", looks.text);
  sheet.put(4, 1, pay, looks.inputRate);
  sheet.put(4, 2, "Planning assumption of the trust", looks.text);
  sheet.put(5, 0, "Non-pay inflation", looks.text);
  sheet.put(5, 1, nonPay, looks.inputRate);
  sheet.put(5, 2, "Contracts as they provide, else the planning assumption", looks.text);
  sheet.print = { orientation: "portrait", titleRows: 0, area: { rowCount: 6, columnCount: 3 }, footer: facts.title };
  return sheet;
}

function upliftCell(of: keyof TrackerFacts["uplifts"]): string {
  return `Assumptions!$B$${of === "pay" ? 5 : 6}`;
}
