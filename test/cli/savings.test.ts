import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import JSZip from "jszip";
import { newWorkbook } from "@workbooks/xlsx/newWorkbook";
import { patchWorkbook } from "@workbooks/xlsx/patchWorkbook";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import type { CellContent, WorkbookContent } from "@workbooks/xlsx/content";
import type { Breakdown } from "../../src/plan/breakdown";
import { ours } from "../packages/xlsx/support/edited";
import { runSavings, samples } from "./support/runSavings";

const sample = join(samples, "forward-view.xlsx");
let folder: string;

beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "savings-"))));
afterEach(() => rmSync(folder, { recursive: true }));

const savings = (words: string[], input = ""): ReturnType<typeof runSavings> => runSavings(folder, words, input);

const parsed = (lines: string[]): unknown[] => lines.map((line) => JSON.parse(line) as unknown);

function leverColumn(content: WorkbookContent, heading: string): number {
  const [table] = content.sheets.find(({ name }) => name === "Levers")!.tables;
  const index = table!.columns.findIndex((column) => column.startsWith(heading));
  return table!.column + index;
}

function cell(content: WorkbookContent, sheet: string, row: number, column: number): CellContent | undefined {
  return content.sheets
    .find(({ name }) => name === sheet)
    ?.cells.get(row)
    ?.get(column);
}

async function parts(bytes: Uint8Array): Promise<Map<string, string>> {
  const zip = await JSZip.loadAsync(bytes);
  return new Map(
    await Promise.all(
      Object.keys(zip.files).map(async (name) => [name, (await zip.file(name)?.async("string")) ?? ""] as const),
    ),
  );
}

describe("calc", () => {
  test("prints each formula's value as an array, numbers with the digits that Excel shows", () => {
    const { code, lines, error } = savings([
      "calc",
      "=SAVINGS.COMPOUNDEFF(2%,5)",
      "=1/3",
      "=SEQUENCE(2,2)",
      "=TRUE",
      '="a"&1',
    ]);
    expect({ code, error }).toEqual({ code: 0, error: "" });
    const [first, ...others] = parsed(lines) as number[][][];
    expect(first).toEqual([[0.0960792032]]);
    expect(others).toEqual([
      [[0.333333333333333]],
      [
        [1, 2],
        [3, 4],
      ],
      [[true]],
      [["a1"]],
    ]);
  });

  test("an error is its string, and no failure", () => {
    const { code, lines } = savings([
      "calc",
      "=SAVINGS.NOSUCH(1)",
      "=1/0",
      '=SAVINGS.COMPOUNDEFF("two percent",5)',
      "=1+",
    ]);
    expect(code).toBe(0);
    expect(parsed(lines)).toEqual([[["#NAME?"]], [["#DIV/0!"]], [["#VALUE!"]], [["#NAME?"]]]);
  });

  test("says on the error output what a function says of its error, each with its formula's number", () => {
    const { code, lines, error } = savings(["calc", "=1/0", '=SAVINGS.COMPOUNDEFF("two percent",5)', "=1+1"]);
    expect({ code, lines }).toEqual({ code: 0, lines: ['[["#DIV/0!"]]', '[["#VALUE!"]]', "[[2]]"] });
    expect(error).toMatch(/^Formula 2: rate[^\n]*'two percent'[^\n]*\n$/);
  });

  test("answers every line of its input with one line, also an empty or a broken one", () => {
    const { code, lines } = savings(["calc", "--stdin"], "=1+1\n\n)broken(\r\n=SEQUENCE(3)\nSUM(1,2)\n=A1");
    expect(code).toBe(0);
    expect(lines).toHaveLength(6);
    const values = parsed(lines);
    expect(values[0]).toEqual([[2]]);
    expect(values[3]).toEqual([[1], [2], [3]]);
    expect(values[4]).toEqual([[3]]);
  });

  test("a formula does not see the one before it", () => {
    expect(parsed(savings(["calc", "=SEQUENCE(50,50)", "=COUNTA(A1:Z99)", "=SUM(1,1)"]).lines).slice(1)).toEqual([
      [[0]],
      [[2]],
    ]);
  });

  test("answers a thousand formulas, a line each", () => {
    const input = Array.from({ length: 1000 }, (_, index) => `=SAVINGS.COMPOUNDEFF(${index}/10000,5)`).join("\n");
    const { lines } = savings(["calc", "--stdin"], input);
    expect(lines).toHaveLength(1000);
    expect((parsed(lines)[200] as number[][])[0]?.[0]).toBeCloseTo(0.0960792032, 13);
  });

  test("--workbook evaluates inside a workbook, as if typed on its active sheet", async () => {
    const content = await readWorkbook(readFileSync(sample), ours);
    const { lines } = savings(["calc", "--workbook", sample, "=Spending!B11", "=B1", "=ROWS(Levers[#All])"]);
    const values = parsed(lines);
    expect(values[0]).toEqual([[cell(content, "Spending", 10, 1)?.value]]);
    expect(values[1]).toEqual([[content.sheets[content.activeSheet]?.cells.get(0)?.get(1)?.value]]);
    expect(values[2]).toEqual([[content.sheets.find(({ name }) => name === "Levers")?.tables[0]?.rowCount]]);
  });
});

describe("recalc", () => {
  test("leaves a workbook that is right already as it is, byte for byte", () => {
    expect(savings(["recalc", sample, "--out", "right.xlsx"])).toMatchObject({ code: 0, error: "" });
    expect(savings(["recalc", "right.xlsx", "--out", "done.xlsx"])).toMatchObject({ code: 0, error: "" });
    expect(readFileSync(join(folder, "done.xlsx")).equals(readFileSync(join(folder, "right.xlsx")))).toBe(true);
  });

  test("brings stale values of the add-in up to date, with what depends on them, and touches nothing else", async () => {
    const content = await readWorkbook(readFileSync(sample), ours);
    const stale = cell(content, "Read me", 17, 2);
    const spilled = cell(content, "Read me", 23, 4);
    const dependent = cell(content, "Read me", 23, 5);
    const right = [stale?.value, spilled?.value, dependent?.value];
    if (stale) stale.value = 1;
    if (spilled) spilled.value = 1;
    if (dependent) dependent.value = 1;
    const book = await patchWorkbook(readFileSync(sample), content, ours);
    writeFileSync(join(folder, "stale.xlsx"), book);
    expect(savings(["recalc", "stale.xlsx", "--out", "./stale.xlsx"])).toMatchObject({
      code: 2,
      error: `"./stale.xlsx" is the workbook itself: name another file, or add --in-place to replace it.\n`,
    });
    expect(savings(["recalc", "stale.xlsx", "--out", "stale.xlsx", "--in-place"])).toMatchObject({
      code: 0,
      error: "",
    });
    const done = readFileSync(join(folder, "stale.xlsx"));
    const after = await readWorkbook(done, ours);
    const found = [cell(after, "Read me", 17, 2), cell(after, "Read me", 23, 4), cell(after, "Read me", 23, 5)];
    found.forEach((one, index) => expect(one?.value).toBeCloseTo(right[index] as number, 12));
    const [before, now] = await Promise.all([parts(book), parts(done)]);
    const changed = [...now.keys()].filter((name) => now.get(name) !== before.get(name));
    expect([...now.keys()].sort()).toEqual([...before.keys()].sort());
    expect(changed).toEqual(["xl/worksheets/sheet1.xml"]);
  });

  test("keeps the value of a cell that calls another add-in, and of what depends on it, and says so", async () => {
    const book = newWorkbook();
    const content = await readWorkbook(book, ours);
    const ofRow = new Map<number, CellContent>([
      [0, { value: 1, formula: "SAVINGS.COMPOUNDEFF(2%,5)", style: 0 }],
      [1, { value: 7, formula: "A1*_xll.PRICE.OF(3)", style: 0 }],
      [2, { value: 8, formula: "IFERROR(B1,0)+2+0*A1", style: 0 }],
    ]);
    content.sheets[0]!.cells.set(0, ofRow);
    writeFileSync(join(folder, "mixed.xlsx"), await patchWorkbook(book, content, ours));
    const { code, error } = savings(["recalc", "mixed.xlsx", "--out", "done.xlsx"]);
    expect(code).toBe(0);
    expect(error.split("\n")).toEqual([
      "Kept as they were, since they call functions that are not calculated here: Sheet1!B1.",
      "Kept as they were, since they depend on cells that keep their old values: Sheet1!C1.",
      "",
    ]);
    const after = await readWorkbook(readFileSync(join(folder, "done.xlsx")), ours);
    expect([0, 1, 2].map((column) => cell(after, "Sheet1", 0, column)?.value)).toEqual([
      expect.closeTo(0.0960792032, 12),
      7,
      8,
    ]);
  });

  test("an array that now fills a single cell stays an array", async () => {
    const book = newWorkbook();
    const content = await readWorkbook(book, ours);
    const array = { row: 0, column: 0, rowCount: 2, columnCount: 1, dynamic: true };
    content.sheets[0]!.cells.set(
      0,
      new Map([[0, { value: 1, formula: 'SAVINGS.ATTRIBUTE(100,{0.1;0.2},"none")', array, style: 0 }]]),
    );
    content.sheets[0]!.cells.set(1, new Map([[0, { value: 2, style: 0 }]]));
    writeFileSync(join(folder, "array.xlsx"), await patchWorkbook(book, content, ours));
    expect(savings(["recalc", "array.xlsx", "--out", "done.xlsx"])).toMatchObject({ code: 0, error: "" });
    const after = await readWorkbook(readFileSync(join(folder, "done.xlsx")), ours);
    expect(cell(after, "Sheet1", 0, 0)).toMatchObject({
      value: { error: "#VALUE!" },
      array: { ...array, rowCount: 1 },
    });
    expect(cell(after, "Sheet1", 1, 0)?.value ?? null).toBeNull();
  });
});

describe("run", () => {
  const saving = { cell: "Levers!C4", heading: "Saving (£bn)", meaning: "saving", year: null, sure: true };

  test("writes the pane's tables and chart into another file, and prints the breakdown", async () => {
    const { code, lines, error } = savings(["run", sample, "--out", "done.xlsx", "--json"]);
    expect({ code, error }).toEqual({ code: 0, error: "" });
    const breakdown = JSON.parse(lines.join("\n")) as { registerTotal: number; summary: { gap: number[] } };
    expect(breakdown.registerTotal).toBeCloseTo(22, 9);
    const [before, after] = await Promise.all(
      [sample, join(folder, "done.xlsx")].map((path) => readWorkbook(readFileSync(path), ours)),
    );
    const added = after?.sheets.slice(before?.sheets.length) ?? [];
    expect(after?.sheets.slice(0, before?.sheets.length).map(({ name }) => name)).toEqual(
      before?.sheets.map(({ name }) => name),
    );
    expect(added.length).toBeGreaterThan(3);
    expect(added.every((sheet) => sheet.tables.length === 1)).toBe(true);
    expect(added.filter((sheet) => sheet.charts.length > 0).map(({ name }) => name)).toEqual([
      "As planned Summary",
      "As planned Bridge",
      "As planned Position",
    ]);
  });

  test("--findings reads only", () => {
    const { code, lines } = savings(["run", sample, "--findings"]);
    expect(code).toBe(0);
    expect(parsed(lines)).toMatchObject([
      {
        reading: {
          register: [{ sheet: "Levers", rows: 4, leftOut: [], columns: expect.arrayContaining([saving]) as unknown }],
          spending: { sheet: "Spending" },
          funding: { sheet: "Funding" },
          target: null,
        },
        findings: [],
      },
    ]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("a plan with errors prints its findings as JSON, the first of them as a sentence, exit code 2", async () => {
    const book = readFileSync(sample);
    const content = await readWorkbook(book, ours);
    const rate = cell(content, "Levers", 4, leverColumn(content, "Saving"));
    rate!.value = "two hundred";
    writeFileSync(join(folder, "wrong.xlsx"), await patchWorkbook(book, content, ours));
    for (const words of [["--json"], ["--findings"], ["--json", "--out", "done.xlsx"]]) {
      const { code, lines, error } = savings(["run", "wrong.xlsx", ...words]);
      expect(code).toBe(2);
      expect(parsed(lines)).toMatchObject([
        {
          reading: { register: [{ sheet: "Levers" }] },
          findings: [
            { level: "error", count: 1, message: expect.stringMatching(/two hundred/) as string, question: null },
          ],
        },
      ]);
      expect(error).toMatch(/^Levers![A-Z]+5: 'two hundred' is text[^\n]*\n$/);
    }
    expect(readdirSync(folder)).toEqual(["wrong.xlsx"]);
  });

  test("says which result cells it writes anew although somebody had typed over them", async () => {
    savings(["run", sample, "--out", "first.xlsx"]);
    const first = readFileSync(join(folder, "first.xlsx"));
    const content = await readWorkbook(first, ours);
    const sheet = content.sheets.find(({ name }) => name === "As planned Summary")!;
    const { row, column } = sheet.tables[0]!;
    sheet.cells.get(row + 1)!.get(column + 1)!.value = 1;
    writeFileSync(join(folder, "first.xlsx"), await patchWorkbook(first, content, ours));
    const { code, error } = savings(["run", "first.xlsx", "--out", "second.xlsx"]);
    expect(code).toBe(0);
    expect(error).toMatch(/^Result cells that had been typed over were written anew: 'As planned Summary'!B\d+\.\n$/);
  });

  test("--target gives what is to be saved, and --column what a heading means", () => {
    const { code, lines } = savings(["run", sample, "--json", "--target", "20"]);
    expect(code).toBe(0);
    const [{ summary, checks }] = parsed(lines) as [Breakdown];
    expect(summary.target).toEqual([null, null, null, null, null, 20]);
    expect(summary.gap).toEqual(summary.target);
    expect(summary.remaining?.[5]).toBeCloseTo(-2, 9);
    // Need less funding is 22.
    expect(checks.targetAgainstFunding?.[5]).toBeCloseTo(2, 9);

    const { heading, ...column } = saving;
    const said = savings(["run", sample, "--findings", "--column", `${column.cell}=ignored`]);
    expect({ code: said.code, error: said.error }).toMatchObject({
      code: 2,
      error: expect.stringContaining("Levers") as string,
    });
    expect(parsed(said.lines)).toMatchObject([
      {
        reading: {
          register: [{ columns: expect.arrayContaining([{ ...column, heading, meaning: "ignored" }]) as unknown }],
        },
      },
    ]);
  });

  test.each([
    ["Levers!A99=saving", "Levers!A99 is not the heading of a column that was read"],
    ["Nowhere!A1=saving", "'Nowhere!A1' is no cell of this workbook"],
    ["Levers!A1=magic", "'magic' is no meaning of a column; a year, ignored or one such as "],
  ])("--column %s is refused in one sentence", (column, sentence) => {
    const { code, lines, error } = savings(["run", sample, "--json", "--column", column]);
    expect({ code, lines }).toEqual({ code: 2, lines: [] });
    expect(error).toMatch(/^[^\n]+\n$/);
    expect(error).toContain(sentence);
  });

  test("--horizon cuts the plan's years", () => {
    const { lines } = savings(["run", sample, "--json", "--horizon", "3"]);
    expect(parsed(lines)).toMatchObject([{ years: ["2015/16", "2016/17", "2017/18"] }]);
  });

  test("a --horizon beyond the plan's years shows them all, and so it is said", () => {
    const { code, lines, error } = savings(["run", sample, "--json", "--horizon", "30"]);
    const printed = JSON.parse(lines.join("\n")) as { years: string[]; findings: { message: string }[] };
    expect([code, printed.years.length]).toEqual([0, 6]);
    expect(error).toContain("The plan has 6 years, and all of them are shown: --horizon asks for 30.");
    expect(printed.findings.map(({ message }) => message)).toContain(
      "the scenario asks for 30 years and the plan has 6, which are shown",
    );
  });

  test("what cannot be run is one line, exit code 2, and the file that was there stays", () => {
    writeFileSync(join(folder, "done.xlsx"), "mine");
    const { code, lines, error } = savings(["run", sample, "--out", "done.xlsx", "--scenario", "Nothing like that"]);
    expect({ code, lines }).toEqual({ code: 2, lines: [] });
    expect(error).toMatch(/^There is no scenario 'Nothing like that'[^\n]*\n$/);
    expect(readFileSync(join(folder, "done.xlsx"), "utf8")).toBe("mine");
    expect(readdirSync(folder)).toEqual(["done.xlsx"]);
  });
});

test("values are written where they are asked for", () => {
  const { code, error } = savings(["run", sample, "--out", "done.xlsx", "--values"]);
  expect({ code, error }).toEqual({ code: 0, error: "" });
});

test.each([
  [["calc"], /^calc needs a formula/],
  [
    ["calc", "--workbook", "nothing.xlsx", "=1"],
    /^"nothing\.xlsx" cannot be read: there is no such file or folder\.\n$/,
  ],
  [["recalc", "text.xlsx", "--out", "done.xlsx"], /^"text\.xlsx": .*\.\n$/],
  [
    ["recalc", sample, "--out", "no/such/folder/done.xlsx"],
    /^"no\/such\/folder\/done\.xlsx" cannot be written: there is no such file or folder\.\n$/,
  ],
  [["recalc", sample, "--out", "."], /^"\." cannot be written: it is a folder\.\n$/],
])("%j says in one line what is wrong, exit code 2, nothing written", (words, message) => {
  writeFileSync(join(folder, "text.xlsx"), "a,b\n1,2\n");
  const { code, lines, error } = savings(words);
  expect({ code, lines }).toEqual({ code: 2, lines: [] });
  expect(error).toMatch(message);
  expect(readdirSync(folder)).toEqual(["text.xlsx"]);
});
