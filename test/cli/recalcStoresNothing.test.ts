import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { runRecalc } from "../../cli/recalcCommand";
import { parseArea } from "@workbooks/stand-in/workbook/address";
import type { CellContent, SheetContent, ValueContent, WorkbookContent } from "@workbooks/xlsx/content";
import { emptySheet } from "@workbooks/xlsx/emptyContent";
import { newWorkbook } from "@workbooks/xlsx/newWorkbook";
import { patchWorkbook } from "@workbooks/xlsx/patchWorkbook";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import { ours } from "../packages/xlsx/support/edited";
import { partsOf } from "../packages/xlsx/support/packageParts";
import { allWorkbooks, cellsOf, root } from "./support/keeping";
import { withPlan } from "./support/mine";

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), "savings-"))));
afterAll(() => rmSync(folder, { recursive: true }));

/** `savings recalc` in this process. */
async function recalc(bytes: Uint8Array): Promise<{ bytes: Uint8Array; said: string }> {
  const [workbook, out] = [join(folder, "book.xlsx"), join(folder, "done.xlsx")];
  writeFileSync(workbook, bytes);
  const streams = { input: new PassThrough(), output: new PassThrough(), error: new PassThrough() };
  await runRecalc({ name: "recalc", workbook, out }, { root, arguments: [], ...streams });
  return { bytes: readFileSync(out), said: String(streams.error.read() ?? "") };
}

/** What calls the add-in or reads it, with what stands there afterwards. */
const dependent: Record<string, [formula: string, right: ValueContent]> = {
  A1: ["SAVINGS.COMPOUNDEFF(2%,5)", 0.0960792032],
  A2: ["A1*10", 0.960792032],
  A3: ['SUM(INDIRECT("A1:A2"))', 1.0568712352],
  A4: ["SUM(A1:OFFSET(A4,-2,0))", 1.0568712352],
  A5: ["INDEX(A1:B9,1,1)+INDEX(B1:B9,1)", 0.0960792032],
};

/** Beside them, what only mentions their cells. Each value is other than a calculation here gives. */
const mentioning: Record<string, string> = {
  ...{ B2: "ROW(A1)", B3: "ROWS(A$1:A3)", B4: "COLUMNS($A4:A4)", B5: 'CELL("address",A1)', B6: "OFFSET(A1,0,2)" },
  ...{ B7: "SUM(C1:OFFSET(C4,-1,0))", B8: "INDEX(A1:C9,2,3)", B9: 'INDIRECT("C"&ROW(A2))', C5: "ISFORMULA(A1)" },
  ...{ C6: "RAND()+COLUMN(A1)", C7: "NOW()+ROWS(A1:A9)", C8: 'IFERROR(INDIRECT("Nothing!A1"),TODAY())' },
};

function sheetOfBoth(): SheetContent {
  const sheet = emptySheet("Live");
  const put = (address: string, cell: Omit<CellContent, "style">) => {
    const { row, column } = parseArea(address);
    if (!sheet.cells.has(row)) sheet.cells.set(row, new Map());
    sheet.cells.get(row)!.set(column, { ...cell, style: 0 });
  };
  for (const [address, [formula]] of Object.entries(dependent)) put(address, { value: -1, formula });
  for (const [address, formula] of Object.entries(mentioning)) put(address, { value: `kept ${address}`, formula });
  for (const address of ["C1", "C2", "C3"]) put(address, { value: 5 });
  put("B1", { value: 0 });
  return sheet;
}

/** `content` with a plan, a sheet of the user's, and one that the add-in's functions are on. */
const withLive = (content: WorkbookContent): WorkbookContent => {
  const planned = withPlan(content);
  return { ...planned, sheets: [...planned.sheets, sheetOfBoth()] };
};

const isDependent = (sheet: string, row: number, column: number, { formula }: CellContent) =>
  (sheet === "Live" && column === 0 && row < 5) || /SAVINGS\./.test(formula ?? "");

test.each(allWorkbooks)(
  "savings recalc leaves all that reads no SAVINGS function as it was: $name",
  async ({ make }) => {
    const original = await make();
    const before = await patchWorkbook(original, withLive(await readWorkbook(original, ours)), ours);
    const content = await readWorkbook(before, ours);
    const { bytes: after, said } = await recalc(before);
    const now = await readWorkbook(after, ours);
    expect(cellsOf(now, isDependent)).toEqual(cellsOf(content, isDependent));
    const live = now.sheets.find(({ name }) => name === "Live")!;
    const shown = (column: number, rows: number) =>
      Array.from({ length: rows }, (_, row) => live.cells.get(row)?.get(column)?.value);
    expect(shown(0, 5)).toEqual(Object.values(dependent).map(([, right]) => expect.closeTo(right as number, 9)));
    // Nothing of the sheet of the user's is said to need a look.
    expect(said).not.toMatch(/Live!|Mine!/);
    const [was, is] = [await partsOf(before), await partsOf(after)];
    const changed = Object.keys({ ...was, ...is }).filter((part) => is[part] !== was[part]);
    const callsOurs = (part: string) => /SAVINGS[._]/i.test(was[part] ?? "");
    // A chart may show what a function of ours gives, where the file brought such functions along.
    const bringsOurs = Object.keys(was).filter(callsOurs).length > 1;
    const mayChange = (part: string) => callsOurs(part) || (bringsOurs && part.startsWith("xl/charts/chart"));
    expect(changed.filter((part) => !mayChange(part))).toEqual([]);
  },
);

test("what is right already comes back as the same bytes", async () => {
  const before = await patchWorkbook(newWorkbook(), withLive(await readWorkbook(newWorkbook(), ours)), ours);
  const { bytes } = await recalc(before);
  expect(Buffer.compare((await recalc(bytes)).bytes, bytes)).toBe(0);
});
