import { join } from "node:path";
import { openBuiltAddin } from "../../../cli/openBuiltAddin";
import { recalculate } from "../../../cli/recalc/recalc";
import { patchWorkbook } from "@workbooks/xlsx/patchWorkbook";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import { ours } from "../../packages/xlsx/support/edited";
import { cellAt, setCell } from "../../packages/xlsx/support/content";
import { changedParts } from "../../packages/xlsx/support/packageParts";
import { WORKBOOKS } from "../../packages/xlsx/support/workbooks";

const root = join(__dirname, "..", "..", "..");
const at = { row: 3000, column: 1, rowCount: 1, columnCount: 1, dynamic: true };

/** As `savings recalc` does it, in this process. */
async function recalc(bytes: Uint8Array): Promise<Uint8Array> {
  const before = await readWorkbook(bytes, ours);
  const { content } = await recalculate(before, "SAVINGS", (frozen) => openBuiltAddin(root, frozen, ["functions.js"]));
  return content === before ? bytes : patchWorkbook(bytes, content, ours);
}

/** The workbook with a formula of the add-in and one that depends on it, with these values. */
async function withFormulas(bytes: Uint8Array, value: number, double: number): Promise<Uint8Array> {
  const content = await readWorkbook(bytes, ours);
  const formula = "SAVINGS.COMPOUNDEFF(2%,5)";
  setCell(content.sheets[0]!, "B3001", { value, formula, style: 0, array: at });
  setCell(content.sheets[0]!, "C3001", { value: double, formula: "B3001*2", style: 0 });
  return patchWorkbook(bytes, content, ours);
}

test.each(WORKBOOKS)("savings recalc changes what uses the add-in and nothing else: $name", async ({ make }) => {
  const right = await recalc(await withFormulas(await make(), 9, 18));
  const [sheet] = (await readWorkbook(right, ours)).sheets;
  expect(cellAt(sheet!, "B3001")).toMatchObject({ value: expect.closeTo(0.0960792032, 12) as number, array: at });
  expect(cellAt(sheet!, "C3001")!.value).toBeCloseTo(0.1921584064, 12);
  // Byte for byte: what is right already, and each part but the sheet where it was not.
  expect(Buffer.compare(await recalc(right), right)).toBe(0);
  const stale = await withFormulas(right, 9, 18);
  const again = await recalc(stale);
  expect(await changedParts(stale, again)).toHaveLength(1);
  expect(await changedParts(right, again)).toEqual([]);
});
