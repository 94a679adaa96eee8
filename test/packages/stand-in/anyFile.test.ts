import fc from "fast-check";
import { openStandIn } from "@workbooks/stand-in/openStandIn";
import { patchWorkbook } from "@workbooks/xlsx/patchWorkbook";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import type { CellContent, WorkbookContent } from "@workbooks/xlsx/content";
import { ours } from "../xlsx/support/edited";
import { handPackage, sheetData, type HandBook } from "../xlsx/support/makers/handPackage";

/** Opens, calculates what has no value, saves, and opens again. Answers what the second opening shows. */
async function throughTheStandIn(bytes: Uint8Array, full = true): Promise<WorkbookContent> {
  const content = await readWorkbook(bytes, ours);
  const standIn = await openStandIn(content, { namespace: "SAVINGS", functions: [] });
  try {
    await standIn.recalculate(full);
    return await readWorkbook(await patchWorkbook(bytes, standIn.content(), ours), ours);
  } finally {
    standIn.close();
  }
}

const cellOf = (content: WorkbookContent, row: number, column: number, sheet = 0): CellContent | undefined =>
  content.sheets[sheet]?.cells.get(row)?.get(column);

/** Excel's names: what they are called and what they say. */
const namesOf = (names: [name: string, formula: string][]): string =>
  `<definedNames>${names.map(([name, formula]) => `<definedName name="${name}">${formula}</definedName>`).join("")}</definedNames>`;

async function valueWith(names: [name: string, formula: string][], formula: string): Promise<unknown> {
  const bytes = await handPackage({
    sheets: [{ name: "S", inside: sheetData([[`<c><f>${formula}</f></c>`, 5]]) }],
    behindSheets: namesOf(names),
  });
  return cellOf(await throughTheStandIn(bytes), 0, 0)?.value;
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const { user, system } = process.cpuUsage();
  await work();
  const used = process.cpuUsage({ user, system });
  return (used.user + used.system) / 1e6;
}

describe("defined names", () => {
  test("10,000 of them open in a moment", async () => {
    const names = Array.from({ length: 10_000 }, (_, i): [string, string] => [`Name_${i}`, `S!$A$${i + 1}`]);
    let value: unknown;
    const seconds = await secondsOf(async () => (value = await valueWith(names, "Name_1+Name_9999+B1")));
    expect(value).toBe(5);
    expect(seconds).toBeLessThan(8);
  });

  test("that double sixteen times, and a chain of 10,000, come to what Excel says", async () => {
    const tree = Array.from({ length: 17 }, (_, i): [string, string] => [
      `Tree${i}_`,
      i === 0 ? "S!$B$1" : `Tree${i - 1}_+Tree${i - 1}_`,
    ]);
    expect(await valueWith(tree, "Tree16_")).toBe(5 * 2 ** 16);
    const chain = Array.from({ length: 10_000 }, (_, i): [string, string] => [
      `Link_${i}`,
      i === 0 ? "S!$B$1" : `Link_${i - 1}+1`,
    ]);
    expect(await valueWith(chain, "Link_9999")).toBe(10_004);
  });

  test.each([1, 2, 3])("that lead back to themselves over %d names are circular and show 0", async (count) => {
    const circle = Array.from({ length: count }, (_, i): [string, string] => [
      `Ring_${i}`,
      `Ring_${(i + 1) % count}+1`,
    ]);
    expect(await valueWith(circle, "Ring_0")).toBe(0);
    expect(await valueWith([...circle, ["Outer_", "Ring_0*2"]], "Outer_+7")).toBe(0);
    // Nobody uses them: nothing is circular.
    expect(await valueWith(circle, "B1+1")).toBe(6);
  });

  test("that are LAMBDAs are called, by themselves too; one that never ends is an error and no number", async () => {
    expect(await valueWith([["Twice_", "_xlfn.LAMBDA(_xlpm.x,_xlpm.x*2)"]], "Twice_(B1)")).toBe(10);
    const factorial = "_xlfn.LAMBDA(_xlpm.n,IF(_xlpm.n&lt;2,1,_xlpm.n*Fact_(_xlpm.n-1)))";
    expect(await valueWith([["Fact_", factorial]], "Fact_(B1)")).toBe(120);
    const endless = "_xlfn.LAMBDA(_xlpm.n,Endless_(_xlpm.n+1))";
    expect(await valueWith([["Endless_", endless]], "Endless_(B1)")).toEqual({ error: "#NUM!" });
  });

  test("a long one answers a reference where one is asked for, and follows the cell", async () => {
    const long = "IF(1&gt;2,0,".repeat(60) + "S!$B$1" + ")".repeat(60);
    expect(await valueWith([["Long_", long]], "SUM(Long_,1)")).toBe(6);
    expect(await valueWith([["Long_", long]], "Long_*ROWS(Long_)")).toBe(5);
  });
});

describe("formulas as long as Excel allows", () => {
  const longest = 8_192;
  const filled = (piece: string, end: string, room = longest): string =>
    piece.repeat(Math.floor((room - end.length) / piece.length)) + end;

  test.each<[string, string, unknown]>([
    ["sums of ones", filled("1+", "1"), 4096],
    ["differences of cells", filled("B1-", "B1"), 5 - 2730 * 5 + 5],
    ["texts joined", filled(`"a"&amp;`, `"a"`), "a".repeat(Math.floor(8_189 / 8) + 1)],
    ["signs before a number", filled("-", "1", 4_001), 1],
    ["64 levels of calls", `${"ABS(".repeat(64)}B1${")".repeat(64)}`, 5],
    ["255 arguments", `SUM(${Array.from({ length: 255 }, () => "B1").join(",")})`, 1275],
    ["powers", filled("1^", "1", 4_001), 1],
    ["comparisons", `(${filled("1=", "1", 4_000)})*0`, 0],
  ])("%s", async (what, formula, value) => {
    const found = await valueWith([], formula);
    if (what === "differences of cells") expect(found).toBe(5 - 5 * ((formula.match(/B1/g)?.length ?? 0) - 1));
    else expect(found).toEqual(value);
  });

  test("parentheses deeper than any formula's end in a value or an error, not in a fault", async () => {
    const value = await valueWith([], "(".repeat(4_000) + "B1" + ")".repeat(4_000));
    expect(value === 5 || typeof value === "object").toBe(true);
  });
});

describe("what spans a whole sheet", () => {
  const whole = "A1:XFD1048576";

  test.each<[string, Partial<HandBook["sheets"][number]> & { inside: string }, string?]>([
    ["one merge", { inside: `${sheetData([[1]])}<mergeCells count="1"><mergeCell ref="${whole}"/></mergeCells>` }],
    [
      "merges of whole columns and rows",
      {
        inside: `${sheetData([[1]])}<mergeCells>${["A:C", "D1:F1048576", "G1:XFD900000"].map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`,
      },
    ],
    [
      "an array formula with its values",
      { inside: `<sheetData><row r="1"><c r="A1"><f t="array" ref="${whole}">1</f><v>1</v></c></row></sheetData>` },
    ],
    [
      "data validation",
      {
        inside: `${sheetData([[1]])}<dataValidations count="1"><dataValidation type="whole" sqref="${whole}"><formula1>1</formula1></dataValidation></dataValidations>`,
      },
    ],
    [
      "a conditional format",
      {
        inside: `${sheetData([[1]])}<conditionalFormatting sqref="${whole}"><cfRule type="expression" dxfId="0" priority="1"><formula>A1&gt;0</formula></cfRule></conditionalFormatting>`,
      },
    ],
    ["a name", { inside: sheetData([[1]]) }, namesOf([["All_", `S!$A$1:$XFD$1048576`]])],
  ])("%s", async (_, sheet, behindSheets = "") => {
    const bytes = await handPackage({ sheets: [{ name: "S", ...sheet }], behindSheets });
    let read: WorkbookContent | undefined;
    const seconds = await secondsOf(async () => (read = await throughTheStandIn(bytes, false)));
    expect(cellOf(read as WorkbookContent, 0, 0)?.value).toBe(1);
    expect(seconds).toBeLessThan(8);
  });
});

/** Words that every JavaScript object knows, and characters that XML cannot carry. */
const oddWords = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"];
const oddText = fc
  .array(
    fc.constantFrom(
      ..."ab_xX00F",
      "\u0000",
      "\u0001",
      "\u000b",
      "\r",
      "\ufffe",
      "\uffff",
      "\ud800",
      "\udc00",
      "😀",
      "_x0000_",
      "_xFFFE_",
      "&",
      "<",
      "]]>",
      ...oddWords,
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((pieces) => pieces.join(""));

test("texts of all characters come back as they were, from cells and from formulas", async () => {
  const bytes = await handPackage({ sheets: [{ name: "S", inside: "<sheetData/>" }] });
  await fc.assert(
    fc.asyncProperty(oddText, oddText, async (text, quoted) => {
      const content = await readWorkbook(bytes, ours);
      const inFormula = quoted.replace(/[\r_]/g, "");
      content.sheets[0]?.cells.set(
        0,
        new Map([
          [0, { value: text, style: 0 }],
          [1, { value: inFormula, style: 0, formula: `"${inFormula}"` }],
        ]),
      );
      content.settings[text] = { quoted };
      const read = await readWorkbook(await patchWorkbook(bytes, content, ours), ours);
      expect(cellOf(read, 0, 0)?.value).toBe(text);
      expect(cellOf(read, 0, 1)).toEqual({ value: inFormula, style: 0, formula: `"${inFormula}"` });
      expect(Object.values(read.settings)).toEqual([{ quoted }]);
    }),
    { numRuns: 60 },
  );
});

// Univer itself loses a sheet called __proto__: references to it are #REF! here.
test.each(oddWords.slice(1))("%s as the name of a sheet, a name, a table, a column, and as a text", async (word) => {
  const table = `<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="${word}" displayName="${word}" ref="A1:B2"><autoFilter ref="A1:B2"/><tableColumns count="2"><tableColumn id="1" name="${word}"/><tableColumn id="2" name="other"/></tableColumns></table>`;
  const bytes = await handPackage({
    sheets: [
      {
        name: word,
        inside: `${sheetData([
          [word, "other"],
          [3, 4],
        ])}<tableParts count="1"><tablePart r:id="rId1"/></tableParts>`,
        relationships: [["rId1", "table", "../tables/table1.xml"]],
      },
      {
        name: "S",
        inside: sheetData([
          [
            `<c><f>${word}!A2+1</f></c>`,
            `<c><f>SUM(${word}[${word}])</f></c>`,
            `<c><f>n_${word}*2</f></c>`,
            `<c><f>${word}_()</f></c>`,
          ],
        ]),
      },
    ],
    behindSheets: namesOf([[`n_${word}`, `${word}!$B$2`]]),
    parts: [
      {
        name: "xl/tables/table1.xml",
        type: "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml",
        content: table,
      },
    ],
  });
  const read = await throughTheStandIn(bytes);
  expect([0, 1, 2].map((column) => cellOf(read, 0, column, 1)?.value)).toEqual([4, 3, 8]);
  expect(read.sheets[0]?.tables[0]).toMatchObject({ name: word, columns: [word, "other"] });
  expect(await valueWith([], word)).toEqual({ error: "#NAME?" });
});
