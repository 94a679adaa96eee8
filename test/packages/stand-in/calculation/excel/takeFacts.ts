/**
 * Takes the facts out of workbooks that Excel has saved: `npx tsx test/packages/stand-in/calculation/excel/takeFacts.ts FOLDER`
 * writes facts.json.gz. The folder is `xlsx/tests/calc_tests` of the project that README.md names.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import JSZip from "jszip";
import type { SheetContent } from "@workbooks/xlsx/content";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import { formatArea } from "@workbooks/stand-in/workbook/address";
import { factsFile, type FormulaFact, type SheetFacts, type WorkbookFacts } from "./facts";

async function takeFacts(folder: string): Promise<void> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".xlsx"))
    .sort();
  const workbooks: WorkbookFacts[] = [];
  for (const file of files) {
    const bytes = readFileSync(join(folder, file));
    if (await isFromExcel(bytes)) workbooks.push(await factsOf(bytes, file));
    else console.log(`${file} was not saved by Microsoft Excel, so its values are not Excel's.`);
  }
  writeFileSync(factsFile, gzipSync(JSON.stringify({ workbooks }), { level: 9 }));
}

/** What a workbook says of the program that saved it. */
async function isFromExcel(bytes: Uint8Array): Promise<boolean> {
  const properties = await (await JSZip.loadAsync(bytes)).file("docProps/app.xml")?.async("string");
  return properties?.includes("<Application>Microsoft ") ?? false;
}

async function factsOf(bytes: Uint8Array, file: string): Promise<WorkbookFacts> {
  const content = await readWorkbook(bytes);
  return {
    file,
    sheets: content.sheets.map(sheetFacts),
    names: content.names.map(({ name, formula, sheet }) => ({ name, formula, sheet })),
  };
}

function sheetFacts(sheet: SheetContent): SheetFacts {
  const cells: SheetFacts["cells"] = {};
  for (const [row, columns] of sheet.cells)
    for (const [column, { value, formula, array }] of columns) {
      if (value === null && formula === undefined) continue;
      const address = formatArea({ row, column, rowCount: 1, columnCount: 1 });
      const filled = array ? { array: formatArea(array), ...(array.dynamic ? { spills: true } : {}) } : {};
      cells[address] = formula === undefined ? value : ({ formula, value, ...filled } satisfies FormulaFact);
    }
  return {
    name: sheet.name,
    cells,
    tables: sheet.tables.map(({ name, columns, hasHeaderRow, hasTotalsRow, ...area }) => ({
      ...{ name, area: formatArea(area), columns, hasHeaderRow, hasTotalsRow },
    })),
    hiddenRows: [...sheet.rows].flatMap(([row, { hidden }]) => (hidden ? [row] : [])),
  };
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("Say which folder the workbooks are in.");
void takeFacts(folder);
