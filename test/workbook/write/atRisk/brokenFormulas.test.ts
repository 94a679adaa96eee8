import { openAddin } from "@workbooks/stand-in/addin";
import type { StandIn } from "@workbooks/stand-in/standIn";
import * as fc from "fast-check";
import type { OutputTable } from "../../../../src/plan/report/outputTable";
import { hasToAgree } from "../../../../src/workbook/write/atRisk/askedFirst";
import { writeBreakdown } from "../../../../src/workbook/write/writeBreakdown";
import { leverResult } from "../../support/leverResult";
import { bookOf } from "../../support/planBook";

let standIn: StandIn;
afterEach(() => standIn.close());

/** A result whose every cell says which lever and which column it is: "A.p". */
const result = (levers: readonly string[], headings: readonly string[]): OutputTable =>
  leverResult(levers, headings, (lever, heading) => `${lever}.${heading}`);

const sheet = "As planned Breakdown";
/** Of the first heading, zero-based: title, note, one line free. */
const headerRow = 3;
const write = (table: OutputTable, agreed = false) => writeBreakdown([table], { scenario: "As planned", agreed });

async function open(): Promise<void> {
  ({ standIn } = await openAddin({ content: bookOf({ Notes: [["Notes"]] }) }));
}

async function put(on: string, cells: Record<string, string>): Promise<void> {
  await Excel.run(async (context) => {
    const worksheet = context.workbook.worksheets.getItem(on);
    for (const [address, formula] of Object.entries(cells)) worksheet.getRange(address).formulas = [[formula]];
    await context.sync();
  });
}

const valueAt = (on: string, row: number, column: number) =>
  standIn
    .content()
    .sheets.find(({ name }) => name === on)
    ?.cells.get(row)
    ?.get(column)?.value ?? null;

describe("before a run takes rows out, it says", () => {
  const before = result(["A", "B", "C"], ["p", "q"]);
  const after = result(["A", "C"], ["p", "q"]);

  it("which names, charts, whole rows and columns point at them, and which cells of the user's go with them", async () => {
    await open();
    await write(before);
    const at = `'${sheet}'!`;
    await put("Notes", {
      A1: `=${at}B6`,
      A2: `=${at}B7`,
      A3: `=COUNTA(${at}6:6)`,
      A4: `=COUNTA(${at}B:B)`,
      A5: `=INDIRECT("'${sheet}'!B7")`,
      A6: `=COUNTA(${at}$A$6:$H$6)`,
      A7: `=VLOOKUP("C",${at}$A$4:$Z$200,2,FALSE)`,
      A8: `=SUM([Other.xlsx]Sheet1!B6)`,
    });
    await Excel.run(async (context) => {
      const { worksheets, names } = context.workbook;
      const ours = worksheets.getItem(sheet);
      const notes = worksheets.getItem("Notes");
      names.add("Gone", ours.getRange("B6"));
      names.add("Kept", ours.getRange("B7"));
      notes.names.add("Here", ours.getRange("A6:C6"));
      for (const [name, area] of Object.entries({ Whole: "A4:B7", One: "A6:B6" })) {
        const chart = notes.charts.add("ColumnClustered", ours.getRange(area), "Columns");
        chart.name = name;
      }
      ours.tables.getItem(before.tableName).columns.add(undefined, [["Mine"], ["a"], ["b"], ["=B7"]]);
      await context.sync();
    });
    const asked = await write(after);
    expect(asked).toMatchObject({ done: false, wouldReplace: [] });
    expect(asked.wouldBreak).toEqual(["Notes!A1", "Notes!A3", "Notes!A5", "Notes!A6"]);
    expect(asked.wouldBreakOthers).toEqual(["the name Gone", "the name Here of Notes", "the chart One on Notes"]);
    expect(asked.wouldLose).toEqual([`'${sheet}'!D6`]);
    expect(await write(after, true)).toMatchObject({ done: true });
  });

  it("a chart of the user's that bears the name of ours, on a sheet of theirs", async () => {
    await open();
    await write(before);
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const drawn = worksheets
        .getItem("Notes")
        .charts.add("ColumnClustered", worksheets.getItem(sheet).getRange("A6:B6"), "Columns");
      drawn.name = "Savings bridge";
      await context.sync();
    });
    expect((await write(after)).wouldBreakOthers).toEqual(["the chart Savings bridge on Notes"]);
  });

  it("cells beside the table that would stand beside another row, and no others", async () => {
    await open();
    await write(before);
    await put(sheet, { F1: "Mine", F4: "Who", F5: "Ann", F6: "Ben", F7: "=2*3", F30: "x" });
    const asked = await write(after);
    expect(asked).toMatchObject({ done: false, wouldBreak: [], wouldLose: [] });
    expect(asked.wouldMisplace).toEqual([`'${sheet}'!F6`, `'${sheet}'!F7`]);
    expect(await write(after, true)).toMatchObject({ done: true });
  });

  it("nothing where a formula of the user's own column merely goes with its row", async () => {
    await open();
    await write(before);
    await Excel.run(async (context) => {
      const table = context.workbook.tables.getItem(before.tableName);
      table.columns.add(undefined, [["Mine"], ["=B5"], ["=B6"], ["=B7"]]);
      await context.sync();
    });
    expect(hasToAgree(await write(after))).toBe(false);
  });
});

/** A reference of the user's: which of the table's rows and columns it covers, or the whole of them, and where it stands. */
interface Reference {
  rows: [number, number];
  columns: [number, number];
  whole: "rows" | "columns" | "neither";
  place: "notes" | "beside";
}

const references = fc.record<Reference>({
  // From the headings, by way of the rows, to what stands under the table; and to the right of it.
  rows: fc.tuple(fc.nat(9), fc.nat(9)).map(ascending),
  columns: fc.tuple(fc.nat(7), fc.nat(7)).map(ascending),
  whole: fc.constantFrom("neither", "neither", "neither", "rows", "columns"),
  place: fc.constantFrom("notes", "beside"),
});

function ascending([a, b]: [number, number]): [number, number] {
  return a < b ? [a, b] : [b, a];
}

function addressOf({ rows, columns, whole }: Reference): string {
  const [first, last] = rows.map((row) => String(headerRow + 1 + row));
  const [left, right] = columns.map((column) => String.fromCharCode(65 + column));
  if (whole === "rows") return `${first}:${last}`;
  return whole === "columns" ? `${left}:${right}` : `${left}${first}:${right}${last}`;
}

/** What a reference shows: the set of texts in the cells that it covers. */
function shown(value: unknown): Set<string> | null {
  return typeof value === "string" ? new Set(value.split(";").filter((text) => text !== "")) : null;
}

it("law: exactly those references are listed that would be #REF! or mean other levers, columns or cells", async () => {
  const lists = (letters: string, minLength: number) => fc.shuffledSubarray([...letters], { minLength });
  const runs = fc.record({ levers: lists("ABCDEF", 1), headings: lists("pqrs", 1) });
  const counts = { listed: 0, others: 0 };
  await fc.assert(
    fc.asyncProperty(runs, runs, fc.array(references, { minLength: 12, maxLength: 12 }), async (first, next, users) => {
      await open();
      try {
        await write(result(first.levers, first.headings));
        const [height, width] = [first.levers.length, first.headings.length + 1];
        // The user's own cells directly under the table, in its columns, and directly beside it.
        const own: Record<string, string> = {};
        for (let row = 0; row < 2; row++)
          for (let column = 0; column < width; column++)
            own[`${String.fromCharCode(65 + column)}${headerRow + height + 2 + row}`] = `under.${row}${column}`;
        for (let row = -1; row < height; row++)
          own[`${String.fromCharCode(65 + width)}${headerRow + 2 + row}`] = `beside.${row}`;
        await put(sheet, own);
        const places = users.map((reference, index) => ({
          reference,
          on: reference.place === "notes" ? "Notes" : sheet,
          row: reference.place === "notes" ? index : 60 + index,
          column: 30,
          text: `'${sheet}'!${addressOf(reference)}`,
        }));
        for (const { on, row, text } of places) await put(on, { [`AE${row + 1}`]: `=TEXTJOIN(";",TRUE,${text})` });
        await standIn.recalculate();
        const before = places.map(({ on, row, column }) => shown(valueAt(on, row, column)));
        const asked = await write(result(next.levers, next.headings));
        if (!asked.done) expect(await write(result(next.levers, next.headings), true)).toMatchObject({ done: true });
        await standIn.recalculate();
        const listed = new Set(asked.wouldBreak);
        places.forEach(({ on, row, column, text }, index) => {
          const was = before[index] ?? null;
          if (!was) return;
          const is = shown(valueAt(on, row, column));
          const isListed = listed.has(`${on === sheet ? `'${sheet}'` : on}!AE${row + 1}`);
          const isBroken = !is || !meansTheSame(was, is, first, next);
          if (isListed) counts.listed++;
          else counts.others++;
          if (isListed !== isBroken)
            throw new Error(
              `${text}: ${isListed ? "listed" : "not listed"}; was ${[...was].join()}; is ${is ? [...is].join() : "an error"}`,
            );
        });
      } finally {
        standIn.close();
      }
    }),
    { numRuns: Number(process.env["RUNS"] ?? 12), endOnFailure: true },
  );
  expect(counts.listed).toBeGreaterThan(20);
  expect(counts.others).toBeGreaterThan(20);
  await open();
});

interface Run {
  levers: string[];
  headings: string[];
}

/** What is left of the cells shown before is shown, and nothing else that was there; what came in may be among it. */
function meansTheSame(was: Set<string>, is: Set<string>, first: Run, next: Run): boolean {
  const isUsers = (text: string) => /^(under|beside|Title|A note)/.test(text);
  const staysIn =
    ({ levers, headings }: Run) =>
    (text: string) => {
      const [lever = "", heading = "Lever"] = text.split(".");
      if (isUsers(text)) return true;
      const isHeading = lever === "Lever" || /^[p-s]$/.test(lever);
      if (isHeading) return lever === "Lever" || headings.includes(lever);
      return levers.includes(lever) && (heading === "Lever" || headings.includes(heading));
    };
  const kept = [...was].filter(staysIn(next));
  const old = [...is].filter(staysIn(first));
  const isAllGone = ![...was].every(isUsers) && kept.every(isUsers);
  const isOursNow = [...was].every(isUsers) && ![...is].every(isUsers);
  return !isAllGone && !isOursNow && kept.length === old.length && kept.every((text) => is.has(text));
}
