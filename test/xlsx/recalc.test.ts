import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { patchWorkbook } from "../../src/xlsx/patchWorkbook";
import { readWorkbook } from "../../src/xlsx/readWorkbook";
import { cellAt, setCell } from "./support/content";
import { changedParts, partsOf } from "./support/packageParts";
import { WORKBOOKS } from "./support/workbooks";

/** Odd enough to be lost, and in few enough workbooks to be quick: each start of the command line takes half a second. */
const ODD = [
  "ExcelJS: protected",
  "Open XML SDK: a pane's",
  "by hand: slicers",
  "by hand: what-if",
  "by hand: unusual",
  "by hand: strict",
];
const BOOKS = WORKBOOKS.filter(({ name }) => ODD.some((beginning) => name.startsWith(beginning)));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "recalc-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("all of them are there", () => expect(BOOKS).toHaveLength(ODD.length));

describe.each(BOOKS)("savings recalc on $name", ({ make }) => {
  test("changes the cells that use the add-in, and nothing else", async () => {
    const content = await readWorkbook(await make());
    const at = { row: 119, column: 1, rowCount: 1, columnCount: 1, dynamic: true };
    setCell(content.sheets[0]!, "B120", { value: 9, formula: "SAVINGS.COMPOUNDEFF(2%,5)", style: 0, array: at });
    setCell(content.sheets[0]!, "C120", { value: 18, formula: "B120*2", style: 0 });
    const before = await patchWorkbook(await make(), content);
    const after = recalc(before);
    const changed = await changedParts(before, after);
    expect(changed).toHaveLength(1);
    const old = (await partsOf(before))[changed[0]!]!;
    const now = (await partsOf(after))[changed[0]!]!;
    const value = (address: string, text: string) => new RegExp(`r="${address}".*?v>([^<]*)<`, "s").exec(text)![1]!;
    expect(Number(value("B120", now))).toBeCloseTo(0.0960792032, 12);
    expect(Number(value("C120", now))).toBeCloseTo(0.1921584064, 12);
    expect(now.replace(`>${value("B120", now)}<`, ">9<").replace(`>${value("C120", now)}<`, ">18<")).toBe(old);
    expect(cellAt((await readWorkbook(after)).sheets[0]!, "B120")!.array).toEqual(at);
    expect(Buffer.compare(recalc(after), after)).toBe(0);
  });
});

function recalc(bytes: Uint8Array): Uint8Array {
  const [from, to] = [join(folder, "in.xlsx"), join(folder, "out.xlsx")];
  writeFileSync(from, bytes);
  execFileSync("node", [join(__dirname, "../../scripts/savings.js"), "recalc", from, "--out", to], { stdio: "pipe" });
  return new Uint8Array(readFileSync(to));
}
