import fc from "fast-check";
import { emptySheet } from "@workbooks/xlsx/emptyContent";
import { newWorkbook } from "@workbooks/xlsx/newWorkbook";
import { mentionedIn } from "@workbooks/xlsx/package/mentionedIn";
import { patchWorkbook } from "@workbooks/xlsx/patchWorkbook";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import type { WorkbookContent } from "@workbooks/xlsx/content";
import { nativeForm } from "../../../src/functions/natives/nativeForms";
import { namedLambdas } from "../../../src/functions/lambdas/functionLambdas";
import { restoreCopy } from "../../../src/workbook/share/restoreCopy";
import { shareCopy, type ShareForm, type SharedCopy } from "../../../src/workbook/share/shareCopy";
import { calculatedBook, cellsOf, shareBook } from "./shareBook";

let book: WorkbookContent;
beforeAll(async () => {
  book = await calculatedBook(shareBook());
});

function shared(form: ShareForm, content = book): Promise<SharedCopy> {
  return shareCopy({
    content,
    form,
    namespace: "SAVINGS",
    lambdas: namedLambdas("1.2.3"),
    natives: nativeForm,
    calculate: async () => [[7, "a"]],
  });
}

/** Through a file and back. */
async function saved(content: WorkbookContent): Promise<{ bytes: Uint8Array; content: WorkbookContent }> {
  const options = { functionNamespaces: ["SAVINGS"] };
  const fresh = { ...content, sheets: content.sheets.map((sheet) => ({ ...sheet, partId: null })) };
  const bytes = await patchWorkbook(newWorkbook(), fresh, options);
  return { bytes, content: await readWorkbook(bytes, options) };
}

describe.each<ShareForm>(["values", "lambda", "native"])("a copy with %s", (form) => {
  test("has no formula of the add-in left, in the file's words either", async () => {
    const { content, left, formulas } = await shared(form);
    expect(left).toEqual([]);
    expect(formulas).toHaveLength(form === "lambda" ? 9 : 11);
    expect(await mentionedIn((await saved(book)).bytes, "_xldudf_SAVINGS")).not.toEqual([]);
    expect(await mentionedIn((await saved(content)).bytes, "_xldudf_")).toEqual([]);
    const calls = Object.values(cellsOf(content, "formula")).filter((formula) =>
      /SAVINGS\.(?!X is)/i.test(String(formula)),
    );
    expect(calls).toEqual([]);
  });

  test("shows what the workbook shows, without the add-in too", async () => {
    const { content } = await shared(form);
    const copy = await calculatedBook((await saved(content)).content, undefined, false);
    const [right, found] = [cellsOf(book, "value"), cellsOf(copy, "value")];
    for (const [at, value] of Object.entries(right)) {
      // The test's own value stands for what a name comes to.
      if (form === "values" && at === "My plan 7 3") continue;
      if (typeof value === "number") expect([at, found[at]]).toEqual([at, expect.closeTo(value, 9)]);
      else expect([at, found[at]]).toEqual([at, value]);
    }
  });

  test("is restored to the letter", async () => {
    const { content } = await shared(form);
    const again = restoreCopy((await saved(content)).content, "SAVINGS", nativeForm, { columns: [] });
    expect(again.left).toEqual([]);
    expect(again.restored).toBe(form === "lambda" ? 9 : 11);
    const [now, was] = [(await saved(again.content)).content, (await saved(book)).content];
    expect(now).toEqual(was);
  });

  test("is restored where its cells are, whatever was put in or renamed", async () => {
    const edit = fc.oneof(
      fc.tuple(fc.constant("rows"), fc.constantFrom("first", "second"), fc.integer({ min: 1, max: 12 })),
      fc.tuple(fc.constant("columns"), fc.constantFrom("first", "second"), fc.integer({ min: 0, max: 3 })),
      fc.tuple(fc.constant("rename"), fc.constantFrom("first", "second"), fc.integer({ min: 0, max: 99 })),
    );
    const { content } = await shared(form);
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 3 }), async (edits) => {
        const apply = (excel: typeof Excel): Promise<void> =>
          excel.run(async (context) => {
            for (const [what, which, at] of edits) {
              const sheets = context.workbook.worksheets;
              const sheet = which === "first" ? sheets.getFirst() : sheets.getFirst().getNext();
              if (what === "rows") sheet.getRange(`${at}:${at}`).insert("Down");
              else if (what === "columns") sheet.getRange(`${"ABEI"[at]}:${"ABEI"[at]}`).insert("Right");
              else sheet.name = `Sheet's ${which} ${at}`;
            }
            await context.sync();
          });
        // Rows put into an area of values make it another one, which is said.
        const again = restoreCopy(await calculatedBook(content, apply, false), "SAVINGS", nativeForm, { columns: [] });
        const right = await calculatedBook(book, apply);
        const unsaid = Object.entries(cellsOf(right, "formula")).filter(
          ([at, formula]) => cellsOf(again.content, "formula")[at] !== formula,
        );
        expect(unsaid.length).toBeLessThanOrEqual(again.left.length);
        if (form === "lambda") expect(again.left).toEqual([]);
      }),
      { numRuns: 4 },
    );
  });
});

test("inputs that change count in a LAMBDA copy as they do with the add-in", async () => {
  const change = (excel: typeof Excel): Promise<void> =>
    excel.run(async (context) => {
      const sheets = context.workbook.worksheets;
      sheets.getItem("My plan").getRange("B2:B4").values = [[0.3], [0.15], [-0.1]];
      sheets.getItem("My plan").getRange("B6").values = [[3]];
      sheets.getItem("Base").getRange("B1:B3").values = [[321], [99], [81]];
      await context.sync();
    });
  const { content } = await shared("lambda");
  const copy = cellsOf(await calculatedBook((await saved(content)).content, change, false), "value");
  const right = cellsOf(await calculatedBook(book, change), "value");
  expect(right["My plan 0 3"]).not.toEqual(cellsOf(book, "value")["My plan 0 3"]);
  for (const [at, value] of Object.entries(right)) {
    if (at === "My plan 8 3") continue;
    if (typeof value === "number") expect([at, copy[at]]).toEqual([at, expect.closeTo(value, 9)]);
    else expect([at, copy[at]]).toEqual([at, value]);
  }
});

test("hundreds of other add-ins' functions are left to the letter, and counted", async () => {
  const sheet = emptySheet("Theirs");
  for (let row = 0; row < 300; row++)
    sheet.cells.set(
      row,
      new Map([[0, { value: row, style: 0, formula: `_xldudf_FABRIKAM_ADD(${row},"SAVINGS.OVERLAP(1)")` }]]),
    );
  const { content, notes, left } = await shared("values", { ...book, sheets: [...book.sheets, sheet] });
  expect([left, notes]).toEqual([
    [],
    [
      "2 formulas of your own that spoke of all that a formula spills over (A5#) have its cells instead (A5:C9).",
      "300 formulas with functions of other add-ins were left alone.",
    ],
  ]);
  expect(content.sheets.find(({ name }) => name === "Theirs")?.cells).toEqual(sheet.cells);
});

test("a formula too long for its native form is said by its cell, and the rest done", async () => {
  const sheet = emptySheet("Long");
  const formula = Array.from({ length: 40 }, () => "SAVINGS.DISCOUNT(Base!$B$3)").join("+");
  sheet.cells.set(0, new Map([[0, { value: 1, style: 0, formula }]]));
  const { content, left, formulas } = await shared("native", { ...book, sheets: [...book.sheets, sheet] });
  expect(left).toEqual(["Long!A1: as a native formula it would be longer than Excel takes (8192 characters)."]);
  expect(formulas).toHaveLength(11);
  expect(content.sheets.find(({ name }) => name === "Long")?.cells).toEqual(sheet.cells);
});

test("what cannot be replaced or put back is said by its cell", async () => {
  await expect(shared("values", { ...book, sheets: book.sheets.slice(1), names: [] })).rejects.toThrow(
    "there is nothing to replace",
  );
  const protection = { allowed: [], selectionMode: "Normal" as const, password: null };
  const locked = {
    ...book,
    sheets: book.sheets.map((sheet, index) => (index === 0 ? { ...sheet, protection } : sheet)),
  };
  const { left } = await shared("lambda", locked);
  expect(left[0]).toBe("'My plan'!D1: the sheet is protected, so its formula stays. Unprotect it to share it.");
  expect(left).toHaveLength(7);

  const { content } = await shared("values");
  await expect(shared("values", content)).rejects.toThrow("a shared copy already");
  const typedOver = await calculatedBook(
    content,
    (excel) =>
      excel.run(async (context) => {
        context.workbook.worksheets.getItem("My plan").getRange("D3").values = [[1]];
        context.workbook.worksheets.getItem("Savings share").getRange("D5").values = [["x"]];
        await context.sync();
      }),
    false,
  );
  const again = restoreCopy(typedOver, "SAVINGS", nativeForm, { columns: [] });
  expect(again.left).toEqual([
    "'Savings share'!A5: this line of the list was changed and cannot be read.",
    "'My plan'!D2:D4: the values were changed since.",
    ...["'My plan'!D13", "'My plan'!D12", "spread"].map(
      (place) => `${place}: the formula whose results it speaks of was not put back.`,
    ),
  ]);
  expect(() => restoreCopy(book, "SAVINGS", nativeForm, { columns: [] })).toThrow("no shared copy");
  const without = { ...content, sheets: content.sheets.slice(0, 2) };
  expect(() => restoreCopy(without, "SAVINGS", nativeForm, { columns: [] })).toThrow(
    'The sheet "Savings share" is gone',
  );
});

test("a line of the list that was deleted is said, with the cell whose formula it was", async () => {
  const { content } = await shared("values");
  const list = content.sheets.find(({ name }) => name === "Savings share")!;
  const [row] = [...list.cells].find(([, line]) => line.get(0)?.value === 1)!;
  const shorter = { ...list, cells: new Map([...list.cells].filter(([at]) => at !== row)) };
  const sheets = content.sheets.map((sheet) => (sheet === list ? shorter : sheet));
  const again = restoreCopy({ ...content, sheets }, "SAVINGS", nativeForm, { columns: [] });
  expect(again.left).toEqual([
    expect.stringMatching(/^\S.*![A-Z0-9:]+: line 1 of the sheet "Savings share" is gone, and with it the formula\.$/),
  ]);
  expect(again.restored).toBe(10);
});
