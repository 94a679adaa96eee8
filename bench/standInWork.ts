import { join } from "node:path";
import ExcelJS from "exceljs";
import { openAddin } from "@workbooks/stand-in/addin";
import { openStandIn } from "@workbooks/stand-in/openStandIn";
import { emptyWorkbook } from "@workbooks/xlsx/emptyContent";
import type { WorkbookContent } from "@workbooks/xlsx/content";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import { processorTime } from "./medianTime";
import { secondsOf } from "./measure";

/** What one piece of work took, in seconds. */
export interface Taken {
  processor: number;
  wall: number;
}

/** The chain's workbook as a file, for peers that calculate it. */
export interface StandInFigures {
  chain: Taken;
  chainAgain: Taken;
  unrelatedEdit: Taken;
  functions: Taken;
  opening: Taken;
  openingElsewhere: Taken;
  openingLarge: Taken;
  openingLargeElsewhere: Taken;
  largeFile: number;
}

const chainLength = 100_000;

/** Runs in a process of its own, bundled: Univer's modules cannot be loaded otherwise. Prints the figures as JSON. */
async function main(root: string, chainFile: string): Promise<void> {
  const { writeFileSync } = await import("node:fs");
  const chain = chainContent();
  writeFileSync(chainFile, await fileOf(chain));
  const standIn = await openStandIn(chain, null);
  const sheet = standIn.workbook.sheets[0]!;
  const first = await taken(() => standIn.recalculate(true));
  const again = await taken(async () => {
    sheet.write([{ row: 0, column: 0, value: 2 }]);
    await standIn.recalculate();
  });
  if (sheet.value(chainLength - 1, 0) !== chainLength + 1) throw new Error("The chain's last cell is wrong.");
  const unrelatedEdit = await taken(async () => {
    sheet.write([{ row: 0, column: 5, value: 1 }]);
    await standIn.recalculate();
  });
  standIn.close();
  const functions = await functionCells(root);
  const many = await fileOf(cellsContent((row, column) => row * column));
  const large = await fileOf(cellsContent(randomText()));
  const figures: StandInFigures = {
    ...{ chain: first, chainAgain: again, unrelatedEdit, functions },
    opening: await taken(() => open(many)),
    openingElsewhere: await taken(() => readWithExcelJs(many)),
    openingLarge: await taken(() => open(large)),
    openingLargeElsewhere: await taken(() => readWithExcelJs(large)),
    largeFile: large.length,
  };
  process.stdout.write(`${JSON.stringify(figures)}\n`);
  process.exit(0);
}

async function taken(work: () => Promise<unknown>): Promise<Taken> {
  const before = processorTime();
  const wall = await secondsOf(work);
  return { processor: (processorTime() - before) / 1000, wall };
}

async function open(bytes: Uint8Array): Promise<void> {
  const standIn = await openStandIn(await readWorkbook(bytes), null);
  standIn.close();
}

async function readWithExcelJs(bytes: Uint8Array): Promise<void> {
  await new ExcelJS.Workbook().xlsx.load(bytes as never);
}

/** Written by ExcelJS, as a file of another maker. */
async function fileOf(content: WorkbookContent): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("Sheet1");
  for (const [row, cells] of content.sheets[0]!.cells)
    for (const [column, { value, formula }] of cells)
      sheet.getCell(row + 1, column + 1).value =
        formula === undefined ? (value as number) : { formula, date1904: false };
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

async function functionCells(root: string): Promise<Taken> {
  const dist = join(root, "dist");
  const addin = await openAddin({ scripts: [join(dist, "functions.js")], functions: dist, calls: "direct" });
  addin.standIn.workbook.sheets[0]!.write(
    Array.from({ length: 10_000 }, (_, row) => ({
      ...{ row, column: 0, formula: `=SAVINGS.COMPOUNDEFF(${(row % 50) / 1000},5)` },
    })),
  );
  const time = await taken(() => addin.standIn.recalculate());
  if (typeof addin.standIn.workbook.sheets[0]!.value(9_999, 0) !== "number")
    throw new Error("COMPOUNDEFF gave no number.");
  addin.close();
  return time;
}

function chainContent(): WorkbookContent {
  const content = emptyWorkbook();
  for (let row = 0; row < chainLength; row++) {
    const cell = row === 0 ? { value: 1, style: 0 } : { value: null, formula: `A${row}+1`, style: 0 };
    content.sheets[0]!.cells.set(row, new Map([[0, cell]]));
  }
  return content;
}

/** 200,000 cells in ten columns. */
function cellsContent(valueAt: (row: number, column: number) => number | string): WorkbookContent {
  const content = emptyWorkbook();
  for (let row = 0; row < 20_000; row++) {
    const cells = Array.from(
      { length: 10 },
      (_, column) => [column, { value: valueAt(row, column), style: 0 }] as const,
    );
    content.sheets[0]!.cells.set(row, new Map(cells));
  }
  return content;
}

/** Texts that hardly compress, the same in each run: 200,000 of them make a file of some 10 MB. */
function randomText(): () => string {
  let state = 1;
  const next = (): string => {
    state = (state * 48_271) % 2_147_483_647;
    return state.toString(36);
  };
  return () => Array.from({ length: 11 }, next).join("");
}

void main(process.argv[2] ?? "", process.argv[3] ?? "");
