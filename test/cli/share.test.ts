import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import type { CellContent } from "@workbooks/xlsx/content";
import { columnFormulas, withColumnFormulas } from "@workbooks/xlsx/tables/columnFormulas";
import { mentionedIn } from "@workbooks/xlsx/package/mentionedIn";
import { newWorkbook } from "@workbooks/xlsx/newWorkbook";
import { patchWorkbook } from "@workbooks/xlsx/patchWorkbook";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import { runShare } from "../../cli/shareCommand";
import { calculatedBook, shareBook } from "../workbook/share/shareBook";
import { openXmlFindings } from "../support/openXml";
import { root } from "./support/keeping";

const options = { functionNamespaces: ["SAVINGS"] };
let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "savings-"))));
afterEach(() => rmSync(folder, { recursive: true }));

async function share(
  workbook: string,
  out: string,
  form: "values" | "lambda" | "native" | "restore",
  anyway = false,
): Promise<string> {
  const streams = { input: new PassThrough(), output: new PassThrough(), error: new PassThrough() };
  const paths = { workbook: join(folder, workbook), out: join(folder, out) };
  await runShare({ name: "share", form, anyway, ...paths }, { root, arguments: [], ...streams });
  return String(streams.error.read() ?? "");
}

async function book(): Promise<Uint8Array> {
  const content = await calculatedBook(shareBook());
  return patchWorkbook(
    newWorkbook(),
    { ...content, sheets: content.sheets.map((sheet) => ({ ...sheet, partId: null })) },
    options,
  );
}

test("copies and what is restored of them are valid, and say what became of the formulas", async () => {
  writeFileSync(join(folder, "book.xlsx"), await book());
  const inAreas =
    "2 formulas of your own that spoke of all that a formula spills over (A5#) have its cells instead (A5:C9).\n";
  expect(await share("book.xlsx", "values.xlsx", "values")).toBe(inAreas);
  expect(await share("book.xlsx", "lambda.xlsx", "lambda")).toMatch(
    /^1 formula became values, since not every function has a LAMBDA/,
  );
  const names = (await readWorkbook(readFileSync(join(folder, "values.xlsx")), options)).names;
  expect(Number(names.find(({ name }) => name === "discounted")!.formula)).toBeCloseTo(14.7199, 3);
  expect(await share("book.xlsx", "native.xlsx", "native")).toBe(
    "4 formulas became values, since they have no native form: 'My plan'!D2:D4: ATTRIBUTE; 'My plan'!F2:H2: PHASE; 'My plan'!D9: DELIVERYPROB; 'My plan'!D13: COMBINED.\n" +
      inAreas,
  );
  for (const form of ["values", "lambda", "native"]) {
    expect(await mentionedIn(readFileSync(join(folder, `${form}.xlsx`)), "_xldudf_")).toEqual([]);
    expect(await share(`${form}.xlsx`, `back ${form}.xlsx`, "restore")).toBe(
      `${form === "lambda" ? "9 of 9" : "11 of 11"} formulas are back.\n`,
    );
    const [was, is] = await Promise.all(
      ["book.xlsx", `back ${form}.xlsx`].map((name) => readWorkbook(readFileSync(join(folder, name)), options)),
    );
    // Excel works them out anew: what they rest on may have been changed in the copy.
    expect(is).toEqual({ ...was, calculatesOnOpen: true });
  }
  const files = readdirSync(folder);
  expect(files).toHaveLength(7);
  expect(await openXmlFindings(files.map((file) => readFileSync(join(folder, file))))).toEqual(files.map(() => []));
});

test("what a table puts into new rows is replaced with its cells, and put back", async () => {
  const content = await readWorkbook(await book(), options);
  content.sheets[1]!.tables = [
    {
      ...{ partId: null, name: "Rates", row: 5, column: 0, rowCount: 3, columnCount: 2, columns: ["Year", "Factor"] },
      ...{ hasHeaderRow: true, hasTotalsRow: false, style: null, showBandedRows: false, showFilterButton: true },
    },
  ];
  const put = (row: number, values: CellContent[]) => content.sheets[1]!.cells.set(row, new Map(values.entries()));
  put(
    5,
    ["Year", "Factor"].map((value) => ({ value, style: 0 })),
  );
  const formula = "SAVINGS.DISCOUNT(Rates[[#This Row],[Year]])";
  put(6, [
    { value: 1, style: 0 },
    { value: 0.9661835748792271, style: 0, formula },
  ]);
  put(7, [
    { value: 2, style: 0 },
    { value: 0.933510700366403, style: 0, formula },
  ]);
  const column = { table: "Rates", column: "Factor", kind: "new rows" as const, formula: "SAVINGS.DISCOUNT([@Year])" };
  const original = await withColumnFormulas(await patchWorkbook(await book(), content, options), [column], options);
  writeFileSync(join(folder, "book.xlsx"), original);
  const columnsOf = (name: string) => columnFormulas(readFileSync(join(folder, name)), options);
  const [was] = await columnsOf("book.xlsx");
  expect(was).toEqual({ ...column, formula: expect.stringContaining("SAVINGS.DISCOUNT(") as string });

  await share("book.xlsx", "lambda.xlsx", "lambda");
  expect(await columnsOf("lambda.xlsx")).toEqual([{ ...was, formula: was!.formula.replace("SAVINGS.", "SAVINGS_") }]);
  expect(await share("book.xlsx", "values.xlsx", "values")).toContain(
    "1 formula that tables put into their rows taken out: new rows stay empty there.",
  );
  expect(await columnsOf("values.xlsx")).toEqual([]);
  for (const form of ["lambda", "values"]) {
    expect(await mentionedIn(readFileSync(join(folder, `${form}.xlsx`)), "_xldudf_")).toEqual([]);
    expect(await share(`${form}.xlsx`, `back ${form}.xlsx`, "restore")).toBe(
      `${form === "lambda" ? "12 of 12" : "14 of 14"} formulas are back.\n`,
    );
    expect(await columnsOf(`back ${form}.xlsx`)).toEqual([was]);
  }
  const copy = readFileSync(join(folder, "values.xlsx"));
  writeFileSync(join(folder, "other.xlsx"), await withColumnFormulas(copy, [{ ...column, formula: "1+1" }], options));
  await expect(share("other.xlsx", "back.xlsx", "restore")).rejects.toThrow(
    "Rates[Factor]: what the table puts into its rows was changed since. Nothing was written",
  );
  const files = ["lambda.xlsx", "values.xlsx", "back lambda.xlsx", "back values.xlsx"];
  expect(await openXmlFindings(files.map((file) => readFileSync(join(folder, file))))).toEqual(files.map(() => []));
});

test("where a sheet is protected nothing is written, unless the rest is wanted", async () => {
  const content = await readWorkbook(await book(), options);
  const protection = { allowed: [], selectionMode: "Normal" as const, password: null };
  content.names = content.names.filter(({ name }) => name !== "own");
  content.sheets[0]!.protection = protection;
  writeFileSync(join(folder, "book.xlsx"), await patchWorkbook(await book(), content, options));
  await expect(share("book.xlsx", "copy.xlsx", "lambda")).rejects.toThrow("'My plan'!D1: the sheet is protected");
  expect(readdirSync(folder)).toEqual(["book.xlsx"]);
  expect(await share("book.xlsx", "copy.xlsx", "lambda", true)).toContain("'My plan'!D2:D4: the sheet is protected");
  expect(
    (await readWorkbook(readFileSync(join(folder, "copy.xlsx")), options)).names.some(
      ({ name }) => name === "SAVINGS_DISCOUNT",
    ),
  ).toBe(true);
});

test("a workbook that never was ours is not shared", async () => {
  writeFileSync(join(folder, "book.xlsx"), newWorkbook());
  await expect(share("book.xlsx", "copy.xlsx", "values")).rejects.toThrow("there is nothing to replace");
  await expect(share("book.xlsx", "copy.xlsx", "restore")).rejects.toThrow("no shared copy");
  expect(readdirSync(folder)).toEqual(["book.xlsx"]);
});
