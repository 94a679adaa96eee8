import { openAddin } from "@workbooks/stand-in/addin";
import { readTables } from "../src/plan/reading/readTables";
import type { SheetGrid } from "../src/plan/reading/sheetGrid";
import { askForShape, shapeOf } from "../src/workbook/excel/workbookShape";
import { askForSheets } from "../src/workbook/read/askForSheets";
import { isTooLarge } from "../src/workbook/read/readBands";
import { readGrids } from "../src/workbook/read/readGrids";
import { bookOf } from "../test/workbook/support/planBook";
import { register, rows, spendAndFunding, type Rows } from "./leverRows";
import { median, processorTime } from "./medianTime";

/** What reading a workbook again takes: seconds of processor time to get its cells, and to find the plan in them. */
export interface ReadingFigures {
  what: string;
  /** For the whole, as the issue that set it says. */
  most: number;
  cells: number;
  plan: number;
  /** The plan, the first time: the reader is not compiled yet. */
  firstPlan: number;
  syncs: number;
}

const years = Array.from({ length: 20 }, (_, index) => `${2025 + index}/${26 + index}`);

const books: { what: string; most: number; sheets: () => Record<string, Rows> }[] = [
  {
    what: "400 levers beside a sheet of 12,000 texts",
    most: 0.4,
    sheets: () => ({
      Prose: rows(3000, (row) => [`Saving ${row} of the scheme`, `Growth in ${row}`, `Funding line ${row}`, "text"]),
      Levers: register(400),
    }),
  },
  {
    what: "2,000 levers × 20 year columns",
    most: 1,
    sheets: () => ({
      Levers: [
        ["Lever", "Group", "Applies to", ...years.map((year) => `Saving ${year}`)],
        ...rows(2000, (row) => [`Scheme ${row}`, `Theme ${row % 9}`, "Acute", ...years.map((_, at) => 0.1 + at / 100)]),
      ],
    }),
  },
  {
    what: "twenty sheets of 5,000 rows",
    most: 3,
    sheets: () => ({
      Levers: register(400),
      ...Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`Ledger ${index}`, ledger(index)])),
    }),
  },
  { what: "10,000 levers", most: 5, sheets: () => ({ Levers: register(10_000) }) },
  {
    what: "10,000 levers of three columns",
    most: 5,
    sheets: () => ({
      Levers: [
        ["Lever", "Applies to", "Saving £k"],
        ...rows(10_000, (row) => [`Scheme ${row}`, "Acute", 3 + (row % 70)]),
      ],
    }),
  },
];

/** Runs in a process of its own, bundled, as Univer's modules need it. Prints the figures as JSON. */
async function main(): Promise<void> {
  const figures: ReadingFigures[] = [];
  for (const { what, most, sheets } of books) {
    const { standIn, close } = await openAddin({ content: bookOf({ ...spendAndFunding, ...sheets() }) });
    let grids: SheetGrid[] = [];
    const times: number[] = [];
    for (let round = 0; round < 4; round++) {
      standIn.counters.reset();
      const started = processorTime();
      grids = await readCells(grids);
      times.push(processorTime() - started);
    }
    const planTimes: number[] = [];
    for (let round = 0; round < 4; round++) {
      const started = processorTime();
      readTables(grids);
      planTimes.push(processorTime() - started);
    }
    // The first time is not again.
    const [cells, plan] = [times, planTimes].map((all) => median(all.slice(1)) / 1000) as [number, number];
    figures.push({ what, most, cells, plan, syncs: standIn.counters.syncs, firstPlan: (planTimes[0] ?? 0) / 1000 });
    close();
  }
  process.stdout.write(`${JSON.stringify(figures)}\n`);
  process.exit(0);
}

/** As the pane does when somebody has changed a lever. */
function readCells(before: readonly SheetGrid[]): Promise<SheetGrid[]> {
  const changed = new Set(before.flatMap(({ sheet, id }) => (sheet === "Levers" && id ? [id] : [])));
  return Excel.run(async (context) => {
    const shape = askForShape(context);
    await context.sync();
    const ask = async (withCells: boolean) => {
      const sheets = askForSheets(context, shapeOf(shape), withCells, { grids: before, changed });
      await context.sync();
      return sheets;
    };
    const sheets = await ask(true).catch((error: unknown) => {
      if (!isTooLarge(error)) throw error;
      return ask(false);
    });
    return (await readGrids(context, sheets)).grids;
  });
}

function ledger(index: number): Rows {
  return rows(5000, (row) => [
    ...[45_000 + (row % 365), `Supplier ${row % 97}`, "Invoice", `REF-${index}-${row}`],
    ...["Agency staff", row * 3.17, row % 12, "Paid"],
  ]);
}

void main();
