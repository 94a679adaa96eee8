import { openAddin } from "@workbooks/stand-in/addin";
import type { StandIn } from "@workbooks/stand-in/standIn";
import * as fc from "fast-check";
import { columnLetters } from "../../../src/cells/address";
import type { OutputTable } from "../../../src/plan/report/outputTable";
import { writeBreakdown, type Written } from "../../../src/workbook/write/writeBreakdown";
import { bookOf } from "../support/planBook";
import { valuesOf } from "../support/workbookPicture";

let standIn: StandIn;

/** A result whose every cell says which lever and which column it is: "A.p". */
function result({ levers, headings }: Shape): OutputTable {
  const rows = levers.map((lever) => [lever, ...headings.map((heading) => `${lever}.${heading}`)]);
  return {
    ...{ id: "breakdown", sheetTitle: "As planned Breakdown", title: "Title", noteLines: ["A note."] },
    ...{ tableName: "SavingsBreakdown_AsPlanned", header: ["Lever", ...headings], rows },
    numberFormats: rows.map((row) => row.map(() => "General")),
  };
}

interface Shape {
  levers: string[];
  headings: string[];
}

/** What the user has put on our sheet and beside it since the first run. */
interface Users {
  /** Where columns of their own stand in our table: of figures, then of formulas that read their own row. */
  columns: number[];
  /** Lines and columns free between the table and what stands under it, beside it. */
  below: number | null;
  beside: number | null;
  /** What stands under it reaches beyond its columns. */
  isWide: boolean;
}

const shapes = fc.record<Shape>({
  levers: fc.shuffledSubarray([..."ABCDEFG"], { minLength: 1 }),
  headings: fc.shuffledSubarray([..."pqrs"], { minLength: 1 }),
});
/** As runs come after one another: most rows stay in their order, some go and come, and years are added. */
const steps = shapes.chain((first) =>
  fc.record({
    first: fc.constant(first),
    next: fc.oneof(
      shapes,
      fc.record({
        levers: fc
          .tuple(fc.subarray(first.levers, { minLength: 1 }), fc.subarray([..."WXYZ"]))
          .map(([kept, added]) => [...kept, ...added]),
        headings: fc.subarray([..."tu"]).map((added) => [...first.headings, ...added]),
      }),
    ),
  }),
);
const users = fc.record<Users>({
  columns: fc.array(fc.nat(5), { maxLength: 2 }),
  below: fc.option(fc.integer({ min: 1, max: 3 })),
  beside: fc.option(fc.integer({ min: 1, max: 3 })),
  isWide: fc.boolean(),
});

const sheet = "As planned Breakdown";
const { tableName } = result({ levers: [], headings: [] });
/** Of the headings, zero-based. */
const headerRow = 3;

test("law: however a table changes, the user's cells stay as they are, and what points in points at the same figure", async () => {
  const counts = { done: 0, refused: 0, pointing: 0, listed: 0 };
  await fc.assert(
    fc.asyncProperty(steps, users, async ({ first, next }, hand) => {
      ({ standIn } = await openAddin({ content: bookOf({ Notes: [["Notes"]] }) }));
      try {
        await write(first);
        const pointers = await putUsersCells(first, hand);
        await standIn.recalculate();
        const before = usersCells();
        const outcome = await write(next).catch((error: unknown) => error as Error);
        await standIn.recalculate();
        if (outcome instanceof Error) {
          counts.refused++;
          expect(outcome.message).toMatch(/^Your cells at .* would be torn apart .*Nothing was written\.$/);
          expect(usersCells()).toEqual(before);
          return;
        }
        counts.done++;
        expect(usersCells()).toEqual(before);
        const stays = ({ lever, heading }: Pointer) => next.levers.includes(lever) && next.headings.includes(heading);
        for (const pointer of pointers.filter(stays)) {
          if (outcome.wouldBreak.includes(pointer.at)) counts.listed++;
          else {
            counts.pointing++;
            expect([pointer.at, shownAt(pointer)]).toEqual([pointer.at, `${pointer.lever}.${pointer.heading}`]);
          }
        }
        for (const lever of first.levers.filter((one) => next.levers.includes(one))) {
          const heading = first.headings[0] ?? "";
          const row = tableRows().find(({ Lever }) => Lever === lever);
          if (hand.columns.length > 0) expect(row?.["Mine"]).toBe(`my ${lever}`);
          if (hand.columns.length > 1 && next.headings.includes(heading))
            expect(row?.["My formula"]).toBe(`read ${lever}.${heading}`);
        }
        // What names a table and its column follows it by itself.
        for (const heading of next.headings.filter((one) => first.headings.includes(one)))
          expect(indirectly(heading)).toBe(next.levers.map((lever) => `${lever}.${heading}`).join(";"));
      } finally {
        standIn.close();
      }
    }),
    { numRuns: Number(process.env["RUNS"] ?? 40), endOnFailure: true },
  );
  expect(counts.done).toBeGreaterThan(15);
  expect(counts.refused).toBeGreaterThan(3);
  expect(counts.pointing).toBeGreaterThan(50);
});

const write = (shape: Shape): Promise<Written> =>
  writeBreakdown([result(shape)], { scenario: "As planned", agreed: true });

interface Pointer {
  lever: string;
  heading: string;
  row: number;
  at: string;
}

/** Puts the user's cells on our sheet; and on a sheet of theirs a formula for each figure, and one by name for each heading. */
async function putUsersCells(
  { levers, headings }: Shape,
  { columns, below, beside, isWide }: Users,
): Promise<Pointer[]> {
  const pointers: Pointer[] = [];
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const ours = worksheets.getItem(sheet);
    const table = ours.tables.getItem(tableName);
    const notes = worksheets.getItem("Notes");
    const [figures, formulas] = columns;
    const width = headings.length + 1;
    if (figures !== undefined)
      table.columns.add(1 + (figures % width), [["Mine"], ...levers.map((lever) => [`my ${lever}`])]);
    if (formulas !== undefined)
      table.columns.add(undefined, [["My formula"], ...levers.map(() => [`="read "&[@${headings[0] ?? ""}]`])]);
    const right = width + columns.length;
    const bottom = headerRow + 1 + levers.length;
    if (below !== null) {
      const lines = [0, 1].map((line) => Array.from({ length: isWide ? 9 : 2 }, (_, at) => `under ${line}.${at}`));
      ours.getRangeByIndexes(bottom + below, 0, 2, isWide ? 9 : 2).values = lines;
    }
    if (beside !== null) ours.getRangeByIndexes(headerRow + 1, right + beside, 1, 1).values = [["beside"]];
    await context.sync();
    const header = table.getHeaderRowRange();
    header.load("values");
    await context.sync();
    const places = (header.values[0] ?? []).map(String);
    levers.forEach((lever, index) =>
      headings.forEach((heading) => {
        const address = `${columnLetters(places.indexOf(heading))}${headerRow + 2 + index}`;
        const row = 1 + pointers.length;
        notes.getRangeByIndexes(row, 0, 1, 1).formulas = [[`='${sheet}'!${address}`]];
        pointers.push({ lever, heading, row, at: `Notes!A${row + 1}` });
      }),
    );
    headings.forEach((heading, index) => {
      const text = `=TEXTJOIN(";",TRUE,INDIRECT("${tableName}[${heading}]"))`;
      notes.getRangeByIndexes(index, 5, 1, 1).formulas = [[text]];
      notes.getRangeByIndexes(index, 4, 1, 1).values = [[heading]];
    });
    await context.sync();
  });
  return pointers;
}

const shownAt = ({ row }: Pointer) => valuesOf(standIn, "Notes")[row]?.[0];
const indirectly = (heading: string) => valuesOf(standIn, "Notes").find((line) => line[4] === heading)?.[5];

/** What the user typed, block by block: within a block each cell by its place from the first. */
function usersCells(): unknown {
  const values = valuesOf(standIn, sheet).flatMap((line, row) =>
    line.flatMap((value, column) =>
      typeof value === "string" && /^(under|beside)/.test(value) ? [{ value, row, column }] : [],
    ),
  );
  return ["under", "beside"].map((name) => {
    const block = values.filter(({ value }) => value.startsWith(name));
    const [first] = block;
    return block.map(({ value, row, column }) => [value, row - (first?.row ?? 0), column - (first?.column ?? 0)]);
  });
}

function tableRows(): Record<string, unknown>[] {
  const table = standIn.content().sheets.flatMap(({ tables }) => tables.filter(({ name }) => name === tableName))[0];
  if (!table) throw new Error("no table");
  return valuesOf(standIn, sheet)
    .slice(table.row + 1, table.row + table.rowCount)
    .map((line) => Object.fromEntries(table.columns.map((name, index) => [name, line[table.column + index]])));
}
