import { join } from "node:path";
import { Readable } from "node:stream";
import { Evaluator, withScratchSheet } from "../../cli/calc";
import { inputLines } from "../../cli/inputLines";
import { openBuiltAddin } from "../../cli/openBuiltAddin";
import type { OpenAddin } from "@workbooks/stand-in/addin";
import type { CellContent, NameContent, ValueContent, WorkbookContent } from "@workbooks/xlsx/content";
import { emptySheet, emptyWorkbook } from "@workbooks/xlsx/emptyContent";

let addin: OpenAddin;
afterEach(() => addin?.close());

async function evaluator(opened: WorkbookContent): Promise<Evaluator> {
  const { content, scratch } = withScratchSheet(opened);
  addin = await openBuiltAddin(join(__dirname, "..", ".."), content, ["functions.js"]);
  return new Evaluator(addin.standIn, content, scratch, "SAVINGS");
}

async function answers(opened: WorkbookContent, formulas: string[]): Promise<unknown[]> {
  const evaluates = await evaluator(opened);
  const results: unknown[] = [];
  for (const formula of formulas) results.push((await evaluates.evaluate(formula)).result);
  return results;
}

function sheet(name: string, rows: ValueContent[][]) {
  const content = emptySheet(name);
  rows.forEach((row, index) =>
    content.cells.set(index, new Map(row.map((value, column): [number, CellContent] => [column, { value, style: 0 }]))),
  );
  return content;
}

const name = (text: string, formula: string, of: number | null): NameContent => ({
  ...{ name: text, formula, sheet: of, hidden: false, comment: "" },
});

const book = (): WorkbookContent => ({
  ...emptyWorkbook(),
  sheets: [
    sheet("First", [[1, 2]]),
    sheet("My plan", [
      [10, 20],
      [null, 40],
    ]),
    sheet("calc", [[7]]),
  ],
  names: [
    name("rate", "First!$A$1", 0),
    name("rate", "'My plan'!$B$1", 1),
    name("total", "SUM('My plan'!$A$1:$B$2)", null),
  ],
  activeSheet: 1,
});

test("formulas mean what they mean on the active sheet: references, the sheet's own names, INDIRECT", async () => {
  const formulas = {
    "=A1+First!A1+'My plan'!B1+calc!A1": 38,
    "=rate": 20,
    "=First!rate": 1,
    "=total": 70,
    '=INDIRECT("B1")': 20,
    '=SUM(INDIRECT("A1:B"&2),INDIRECT("First!B1"))': 72,
    "=OFFSET(A1,1,1)": 40,
    "=SUM(A:A)": 10,
    "=LET(rate,2,rate*A1)": 20,
  };
  const seen = await answers(book(), Object.keys(formulas));
  expect(seen).toEqual(Object.values(formulas).map((value) => [[value]]));
});

test("an array shows 0 for blank cells, as in Excel", async () =>
  expect(await answers(book(), ["=A1:B2", '={"",1}'])).toEqual([
    [
      [10, 20],
      [0, 40],
    ],
    [["", 1]],
  ]));

test("one answer for each text, whatever it holds", async () => {
  const texts = [
    ...["", "   ", "=", "SUM(1,2)", "+1", "=1+", "=A1:", "={1,2", "=FOO(", '="a', "'x", "=#REF!", "=1E400"],
    ...[`=${"(".repeat(3000)}1${")".repeat(3000)}`, `="${"x".repeat(9000)}"`, `=${"1+".repeat(2000)}1`],
    ...["=calc2!A1", "=LAMBDA(x,x)", "=[Book2.xlsx]Data!A1", "\ufeff=1+1", "=A1 A2", "=@A1", "=SUM(", "=\u0000"],
  ];
  const seen = await answers(book(), texts);
  expect(seen).toHaveLength(texts.length);
  for (const result of seen) {
    expect((result as unknown[][]).length).toBeGreaterThan(0);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  }
  expect([seen[0], seen[1], seen[3], seen[4], seen[19]]).toEqual([[[""]], [[""]], [[3]], [[1]], [[2]]]);
});

test("the message of a function's error comes with it; other errors have none", async () => {
  const evaluates = await evaluator(emptyWorkbook());
  expect(await evaluates.evaluate('=SAVINGS.COMPOUNDEFF("two percent",5)')).toEqual({
    result: [["#VALUE!"]],
    message: expect.stringContaining("two percent") as string,
  });
  expect(await evaluates.evaluate("=1/0")).toEqual({ result: [["#DIV/0!"]], message: null });
});

test("dates counted from 1904 are refused, not answered wrongly", async () => {
  const evaluates = await evaluator({ ...book(), date1904: true });
  expect((await evaluates.evaluate("=A1*2")).result).toEqual([[20]]);
  expect(await evaluates.evaluate("=YEAR(A1)")).toEqual({
    result: [["#N/A"]],
    message: expect.stringContaining("1904") as string,
  });
});

describe("lines of the input", () => {
  const lines = async (...chunks: (string | Buffer)[]): Promise<string[]> => {
    const all: string[] = [];
    for await (const line of inputLines(Readable.from(chunks))) all.push(line);
    return all;
  };

  test.each<[string, (string | Buffer)[], string[]]>([
    ["empty ones, and a last one without an end", ["a\n\nb"], ["a", "", "b"]],
    ["ends of Windows", ["a\r\nb\r\n"], ["a", "b"]],
    ["nothing", [""], []],
    ["one end alone", ["\n"], [""]],
    ["a mark of the encoding", ["\ufeffa\nb"], ["a", "b"]],
    [
      "chunks that part a line, its end and a character",
      ["a\r", "\nb", Buffer.from([0xc3]), Buffer.from([0xa9, 0x0a])],
      ["a", "bé"],
    ],
    ["separators that end no line", ["a\u2028b\rc\u0085d\n"], ["a\u2028b\rc\u0085d"]],
  ])("%s", async (_what, chunks, expected) => expect(await lines(...chunks)).toEqual(expected));

  test("ten thousand", async () => expect(await lines("=1\r\n".repeat(10_000))).toHaveLength(10_000));
});
