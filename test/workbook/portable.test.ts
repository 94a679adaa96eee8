import { openAddin } from "@workbooks/stand-in/addin";
import type { StandIn } from "@workbooks/stand-in/standIn";
import { runScenario } from "../../src/workbook/runScenario";
import { planBook } from "./support/planBook";

let standIn: StandIn;
afterEach(() => standIn.close());

const names = ["Summary", "Breakdown", "Groups", "Bridge", "Position"];

/** The result tables' figures by sheet; text as it is. */
async function shown(): Promise<Map<string, unknown[][]>> {
  return Excel.run(async (context) => {
    const ranges = names.map((name) =>
      context.workbook.worksheets.getItem(`As planned ${name}`).tables.getItemAt(0).getRange().load("values"),
    );
    await context.sync();
    return new Map(names.map((name, at) => [name, ranges[at]?.values ?? []]));
  });
}

async function setCell(sheet: string, cell: string, value: unknown): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem(sheet).getRange(cell).values = [[value]];
    await context.sync();
  });
  await standIn.recalculate();
}

async function valueOf(sheet: string, cell: string): Promise<unknown> {
  return Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getRange(cell).load("values");
    await context.sync();
    return range.values[0]?.[0];
  });
}

/** Row by row, by what the first columns say: a step that is nothing in every year stands in the one and not in the other. */
function expectSame(portable: Map<string, unknown[][]>, values: Map<string, unknown[][]>): void {
  for (const [name, rows] of values) {
    const keyOf = (row: unknown[]): string => row.slice(0, name === "Groups" ? 2 : 1).join("|");
    const others = new Map((portable.get(name) ?? []).map((row) => [keyOf(row), row]));
    const wrong = rows.slice(1).flatMap((row) =>
      row.flatMap((cell, c) => {
        const heading = String(rows[0]?.[c]);
        if (typeof cell !== "number" || /^(Lift|End|Link|Saving|Cost)/.test(heading)) return [];
        const other = others.get(keyOf(row))?.[c];
        const isSame = typeof other === "number" && Math.abs(other - cell) <= 1e-9 * Math.max(1, Math.abs(cell));
        return isSame ? [] : [`${name} ${keyOf(row)} ${heading}: ${String(other)} for ${cell}`];
      }),
    );
    expect(wrong).toEqual([]);
  }
}

test("formulas in Excel say what a run of values says, follow the user's cells, and say where a run is needed", async () => {
  ({ standIn } = await openAddin({ content: planBook() }));
  await runScenario({ write: true, also: { form: "portable" } });
  await standIn.recalculate();
  const portable = await shown();
  await setCell("Levers", "D4", 1.1);
  await setCell("Levers", "F2", "2026/27");
  await setCell("Spending", "C4", 0.06);
  const followed = await shown();
  expect(await valueOf("As planned Breakdown", "A2")).toMatch(/^Formulas on your cells/);
  await runScenario({ write: true, agreed: true });
  expectSame(followed, await shown());
  await setCell("Levers", "D4", 0.8);
  await setCell("Levers", "F2", "2025/26");
  await setCell("Spending", "C4", 0.05);
  const again = await runScenario({ write: true, also: { form: "portable" }, agreed: true });
  // A step that came and went between the two moved what AsRead points at.
  expect(again.written?.wouldReplace.filter((cell) => !cell.includes("AsRead"))).toEqual([]);
  await standIn.recalculate();
  expectSame(await shown(), portable);
  const slips: [sheet: string, cell: string, before: unknown, slip: unknown, says: string][] = [
    ["Levers", "D4", 0.8, -0.8, "Limits, Savings: none of another sign"],
    ["Levers", "E2", 0.03, "3 percent", "Same: register on Levers, Saving %"],
    ["Spending", "C4", 0.05, 5, "Limits, Growth: below 100%"],
    ["Spending", "B5", 50, 0.5, "Limits, Savings: none above the spend"],
  ];
  for (const [sheet, cell, before, slip, says] of slips) {
    await setCell(sheet, cell, slip);
    expect(await valueOf("As planned Breakdown", "A2")).toBe(
      `Changed: run again. On AsRead this no longer holds: ${says}.`,
    );
    await setCell(sheet, cell, before);
  }
  await setCell("Levers", "C2", "Community");
  expect(await valueOf("As planned Breakdown", "A2")).toMatch(/^Changed: run again/);
});

test("a run of portable over portable changes nothing, and says which formula was typed over", async () => {
  ({ standIn } = await openAddin({ content: planBook() }));
  await runScenario({ write: true, also: { form: "portable" } });
  const again = await runScenario({ write: true, also: { form: "portable" } });
  expect(again.written?.wouldReplace).toEqual([]);
  expect(again.written?.done).toBe(true);
  const address = await Excel.run(async (context) => {
    const body = context.workbook.worksheets.getItem("As planned Workings").tables.getItemAt(0).getDataBodyRange();
    const cell = body.getCell(1, 2).load("address");
    cell.values = [[7]];
    await context.sync();
    return cell.address;
  });
  const typed = await runScenario({ write: true, also: { form: "portable" } });
  expect(typed.written?.done).toBe(false);
  expect(typed.written?.wouldReplace).toEqual([address]);
});
