import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { savings } from "../../cli/savings";
import { newWorkbook } from "@workbooks/xlsx/newWorkbook";
import { patchWorkbook } from "@workbooks/xlsx/patchWorkbook";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import { ours } from "../packages/xlsx/support/edited";
import { packageOf, partsOf } from "../packages/xlsx/support/packageParts";
import { planBook } from "../workbook/support/planBook";
import { collected, root } from "./support/keeping";

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "savings-"))));
afterEach(() => rmSync(folder, { recursive: true }));

/** A plan with a function of ours whose value is out of date, or not. */
async function plan(value = 0): Promise<Uint8Array> {
  const content = planBook();
  content.sheets[0]!.cells.set(9, new Map([[0, { value, formula: "SAVINGS.COMPOUNDEFF(2%,5)", style: 0 }]]));
  return patchWorkbook(newWorkbook(), content, ours);
}

async function signed(bytes: Uint8Array): Promise<Uint8Array> {
  const parts = await partsOf(bytes);
  const type = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin";
  parts["_rels/.rels"] = parts["_rels/.rels"]!.replace(
    "</Relationships>",
    `<Relationship Id="rIdS" Type="${type}" Target="_xmlsignatures/origin.sigs"/></Relationships>`,
  );
  parts["_xmlsignatures/origin.sigs"] = "";
  return packageOf(parts);
}

async function from1904(bytes: Uint8Array): Promise<Uint8Array> {
  const parts = await partsOf(bytes);
  const workbook = parts["xl/workbook.xml"]!;
  parts["xl/workbook.xml"] = workbook.includes("<workbookPr")
    ? workbook.replace("<workbookPr", '<workbookPr date1904="1"')
    : workbook.replace("<sheets>", '<workbookPr date1904="1"/><sheets>');
  return packageOf(parts);
}

async function said(command: string, bytes: Uint8Array): Promise<string[]> {
  const [workbook, out] = [join(folder, "book.xlsx"), join(folder, "done.xlsx")];
  writeFileSync(workbook, bytes);
  const words = [command, workbook, "--out", out];
  const { code, error } = await collected((streams) => savings({ root, arguments: words, ...streams }));
  expect(code).toBe(0);
  expect((await readWorkbook(readFileSync(out), ours)).sheets.length).toBeGreaterThan(0);
  return error.split("\n").slice(0, -1);
}

const signature =
  /^The digital signature of ".*book\.xlsx" does not hold for the file written, which has been changed\.$/;
const dates = /^".*book\.xlsx" counts dates from 1904; here they are counted from 1900, four years and a day too early/;

test.each(["run", "recalc"])(
  "%s says that a signature no longer holds, and that dates count from 1904",
  async (command) => {
    expect(await said(command, await plan())).toEqual([]);
    expect(await said(command, await signed(await plan()))).toEqual([expect.stringMatching(signature)]);
    expect(await said(command, await from1904(await plan()))).toEqual([expect.stringMatching(dates)]);
  },
);

test("a file that comes back as it was keeps its signature, and nothing is said", async () => {
  expect(await said("recalc", await signed(await patchWorkbook(newWorkbook(), planBook(), ours)))).toEqual([]);
});
