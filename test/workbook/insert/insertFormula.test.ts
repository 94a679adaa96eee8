import { catalogue, namespace } from "../../../src/functions/catalogue";
import { functionsMetadata } from "../../../src/functions/metadata";
import { registerFunctions } from "../../../src/functions/register";
import { openAddin } from "@workbooks/stand-in/addin";
import type { StandIn } from "@workbooks/stand-in/standIn";
import { insertFormula } from "../../../src/workbook/insert/insertFormula";
import { bookOf, tableOn } from "../support/planBook";
import { pictureOf } from "../support/workbookPicture";

let standIn: StandIn;

async function open(content = bookOf({ Sheet1: [] })): Promise<void> {
  ({ standIn } = await openAddin({ content, functions: { ...functionsMetadata(), namespace }, calls: "direct" }));
  registerFunctions();
  standIn.counters.reset();
}

afterEach(() => standIn.close());

async function select(address: string): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange(address).select();
    await context.sync();
  });
  standIn.counters.reset();
}

/** What a cell shows, an error as its text. */
function shown(row: number, column: number): unknown {
  const value = standIn.workbook.activeSheet.value(row, column);
  return typeof value === "object" && value !== null ? value.error : value;
}

const split = { formula: "=SAVINGS.ATTRIBUTE(100,{0.1;0.2})", rowCount: 2, columnCount: 1 };
const one = { formula: "=SAVINGS.COMPOUNDEFF(2%,5)", rowCount: 1, columnCount: 1 };

describe("every function's examples", () => {
  test.each(catalogue.map((record) => [record.name, record] as const))(
    "%s calculates where it is put",
    async (_, record) => {
      await open();
      for (const [index, { formula, result }] of record.examples.entries()) {
        const expected = Array.isArray(result) ? result : [[result]];
        const size = { rowCount: expected.length, columnCount: expected[0]!.length };
        const column = 1 + index * 40;
        await select(
          standIn.workbook.address(standIn.workbook.activeSheet, { row: 2, column, rowCount: 1, columnCount: 1 }),
        );
        await insertFormula({ formula: `=${namespace}.${formula}`, ...size });
        await standIn.recalculate();
        for (const [i, cells] of expected.entries()) {
          for (const [j, cell] of cells.entries()) {
            expect(shown(2 + i, column + j)).toEqual(typeof cell === "number" ? closeTo(cell) : cell);
          }
        }
      }
    },
  );
});

function closeTo(value: number): unknown {
  return value === 0
    ? expect.closeTo(0, 9)
    : expect.closeTo(value, Math.max(0, 9 - Math.ceil(Math.log10(Math.abs(value)))));
}

describe("the place", () => {
  it("is the selected cell, which stays selected; two syncs", async () => {
    await open();
    await select("C4");
    expect(await insertFormula(split)).toBe("Sheet1!C4");
    expect(standIn.counters.syncs).toBe(2);
    expect(standIn.workbook.selection).toMatchObject({ areas: [{ row: 3, column: 2, rowCount: 1, columnCount: 1 }] });
    await standIn.recalculate();
    expect([shown(3, 2), shown(4, 2)]).toEqual([9, 19]);
  });

  it("is the first cell of a selected area", async () => {
    await open();
    await select("B2:D9");
    expect(await insertFormula(one)).toBe("Sheet1!B2");
  });
});

describe("nothing of the user's is overwritten:", () => {
  async function refused(address: string, wanted: typeof one, message: string): Promise<void> {
    if (address !== "") await select(address);
    const before = pictureOf(standIn);
    await expect(insertFormula(wanted)).rejects.toMatchObject({ name: "WorkbookError", message });
    expect(pictureOf(standIn)).toEqual(before);
  }

  it("a filled cell", async () => {
    await open(bookOf({ Sheet1: [["Note"]] }));
    await refused("A1", one, "Sheet1!A1 is not empty; select an empty cell.");
  });

  it("a cell that shows nothing but holds a formula", async () => {
    await open();
    standIn.workbook.activeSheet.write([{ row: 0, column: 0, formula: '=""' }]);
    await refused("A1", one, "Sheet1!A1 is not empty; select an empty cell.");
  });

  it("a filled cell where the result would go", async () => {
    await open(bookOf({ "My sheet": [["Note"]] }));
    standIn.workbook.activeSheet.write([{ row: 5, column: 3, value: 7 }]);
    await refused(
      "D5",
      split,
      "The result would fill 'My sheet'!D5:D6, and 'My sheet'!D6 is not empty; select a cell with 2 rows × 1 column of empty cells.",
    );
  });

  it("a cell that another result spills into", async () => {
    await open();
    await select("B1");
    await insertFormula(split);
    await standIn.recalculate();
    await refused("B2", one, "Sheet1!B2 is not empty; select an empty cell.");
  });

  it("a table", async () => {
    const content = bookOf({
      Sheet1: [
        ["Lever", "Saving"],
        ["Theatres", null],
        ["Estates", null],
      ],
    });
    tableOn(content.sheets[0]!, "Levers", 0);
    await open(content);
    await refused(
      "B2",
      split,
      "The result would fill Sheet1!B2:B3, which touches the table 'Levers', and an array cannot spill inside a table (Excel shows #SPILL!); select an empty cell outside it.",
    );
    await refused(
      "B2",
      one,
      "Sheet1!B2 is in the table 'Levers', and Excel would fill its whole column with the formula; select an empty cell outside the table.",
    );
  });

  it("a protected sheet", async () => {
    await open();
    await Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().protection.protect();
      await context.sync();
    });
    await refused(
      "B2",
      one,
      "The sheet 'Sheet1' is protected; unprotect it on Excel's Review tab, or select a cell of another sheet.",
    );
  });

  it("the edge of the sheet", async () => {
    await open();
    await refused(
      "C1048576",
      split,
      "The result needs 2 rows × 1 column, which go over the edge of the sheet; select a cell further up or to the left.",
    );
    expect(await insertFormula(one)).toBe("Sheet1!C1048576");
  });

  it("a cell that is being edited: Excel is waited for", async () => {
    await open();
    await select("B2");
    const waits: unknown[] = [];
    standIn.play.cellEditing = true;
    setTimeout(() => (standIn.play.cellEditing = false), 300);
    expect(await insertFormula(one, { onWaiting: (waiting) => waits.push(waiting) })).toBe("Sheet1!B2");
    expect(waits).toEqual(["cell", null]);
  });
});
