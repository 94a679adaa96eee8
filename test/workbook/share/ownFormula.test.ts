import fc from "fast-check";
import { linksIn, OwnFormulas } from "../../../src/workbook/share/ownFormula";

const own = new OwnFormulas("SAVINGS");
const last = (sheet: string | null) =>
  sheet === "Empty" ? null : sheet === null ? { row: 56, column: 5 } : { row: 99, column: 3 };

describe("the add-in's functions in a formula", () => {
  test.each([
    ["=SAVINGS.GAP(1)", [["SAVINGS.GAP", "SAVINGS.GAP"]]],
    ["=savings.gap(1)+2", [["SAVINGS.GAP", "SAVINGS.GAP"]]],
    ["=1+_xldudf_SAVINGS_GAP(A1)", [["SAVINGS.GAP", "_xldudf_SAVINGS_GAP"]]],
    ["=[2]!_xldudf_SAVINGS_GAP(A1)", [["SAVINGS.GAP", "[2]!_xldudf_SAVINGS_GAP"]]],
    ["='C:\\Add ins\\x.xlam'!_xldudf_SAVINGS_GAP(A1)", [["SAVINGS.GAP", "'C:\\Add ins\\x.xlam'!_xldudf_SAVINGS_GAP"]]],
    ["=_xll.SAVINGS.GAP(1)", [["SAVINGS.GAP", "_xll.SAVINGS.GAP"]]],
    ['="SAVINGS.GAP(1)"&_xldudf_CONTOSO_GAP(1)', []],
    ["=FABRIKAM.SAVINGS(1)+MYSAVINGS.GAP(2)", []],
    [
      "=SAVINGS.A(SAVINGS.B(1))",
      [
        ["SAVINGS.A", "SAVINGS.A"],
        ["SAVINGS.B", "SAVINGS.B"],
      ],
    ],
  ])("%s", (formula, calls) => {
    expect(own.callsIn(formula).map(({ name, written }) => [name, written])).toEqual(calls);
  });

  test.each([
    ["=_xldudf_SAVINGS_GAP(A1)", "=SAVINGS.GAP(A1)"],
    ["=[2]!_xldudf_SAVINGS_GAP(A1)+[2]!Total", "=SAVINGS.GAP(A1)+[2]!Total"],
    [
      '=IF(A1="_xldudf_SAVINGS_GAP(1)", [12]!_xldudf_savings_gap( 1 ),0)',
      '=IF(A1="_xldudf_SAVINGS_GAP(1)", SAVINGS.GAP( 1 ),0)',
    ],
    ["=_xldudf_CONTOSO_GAP(_xldudf_SAVINGS_GAP(1))", "=_xldudf_CONTOSO_GAP(SAVINGS.GAP(1))"],
  ])("mended: %s", (formula, mended) => {
    expect(own.withNamesMended(formula)).toBe(mended);
    expect(own.withNamesMended(mended)).toBe(mended);
  });
});

describe("whole columns and rows", () => {
  test.each([
    ["=SAVINGS.X(A:C)", "=SAVINGS.X(A$1:C$57)"],
    ["=SAVINGS.X($A:$C,Data!B:B)", "=SAVINGS.X($A$1:$C$100,Data!B$1:B$100)"],
    ["=SAVINGS.X(3:5)", "=SAVINGS.X($A3:$F5)"],
    [
      "=SAVINGS.X(IF('My data'!A:A=\"\",\"\",'My data'!A:A))",
      "=SAVINGS.X(IF('My data'!A$1:A$100=\"\",\"\",'My data'!A$1:A$100))",
    ],
    ["=SAVINGS.X((A:A,B:B))", "=SAVINGS.X((A$1:A$57,B$1:B$57))"],
    // What another function reads, and what is not of this workbook, stays.
    ["=SAVINGS.X(SUM(A:A))+SUM(B:B)", "=SAVINGS.X(SUM(A:A))+SUM(B:B)"],
    ["=SAVINGS.X([1]Sheet1!A:A)", "=SAVINGS.X([1]Sheet1!A:A)"],
    ["=SAVINGS.X(Jan:Mar!A:A)", "=SAVINGS.X(Jan:Mar!A:A)"],
    ["=SAVINGS.X(Empty!A:A)", "=SAVINGS.X(Empty!A:A)"],
    ['=SAVINGS.X("A:A",A1:A9)', '=SAVINGS.X("A:A",A1:A9)'],
  ])("%s", (formula, cut) => {
    expect(own.withWholesCut(formula, last)).toBe(cut);
  });

  test("are named as they stand", () => {
    expect(own.wholesIn("=SAVINGS.X('My data'!$A:$C,3:5)+SUM(A:A)")).toEqual([
      { sheet: "My data", written: "'My data'!$A:$C", isColumns: true },
      { sheet: null, written: "3:5", isColumns: false },
    ]);
  });
});

test.each([
  ["=SUM('[Budget.xlsx]Plan'!A1:A3)+A1", ["Budget.xlsx"]],
  ["=[1]Sheet1!A1+[1]Sheet2!B2", ["1"]],
  ["='C:\\Finance 25\\[a b.xlsx]S'!B1", ["a b.xlsx"]],
  ["=Budget.xlsx!Total", ["Budget.xlsx"]],
  ["='My sheet'!A1+Table1[[#All],[x]]", []],
  ['="[Budget.xlsx]Plan!A1"', []],
])("other workbooks that %s leans on", (formula, books) => {
  expect(linksIn(formula)).toEqual(books);
});

/** Formulas of a grammar of their own: calls of ours and of others in each other, with texts, references and operators between. */
const formulas = fc.letrec<{ part: string; call: string }>((tie) => ({
  call: fc
    .tuple(
      fc.constantFrom(
        "_xldudf_SAVINGS_GAP",
        "[2]!_xldudf_SAVINGS_GAP",
        "SAVINGS.GAP",
        "SUM",
        "IF",
        "_xldudf_OTHER_GAP",
      ),
      fc.array(tie("part"), { minLength: 1, maxLength: 3 }),
    )
    .map(([name, args]) => `${name}(${args.join(",")})`),
  part: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(
      "A1",
      "$B:$C",
      "Data!A:A",
      "2:3",
      '"_xldudf_SAVINGS_GAP(""A:A"")"',
      "1.5",
      "Table1[#All]",
      "Name",
      "{1,2;3,4}",
    ),
    tie("call"),
    fc.tuple(tie("part"), fc.constantFrom("+", "&", " * "), tie("part")).map((parts) => parts.join("")),
  ),
}));

/** Everything but the names of ours and the references. */
const bare = (formula: string): string =>
  formula
    .split(/("(?:[^"]|"")*")/)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part
            .replace(/(?:\[2\]!)?_xldudf_SAVINGS_/g, "SAVINGS.")
            .replace(/\$?[A-Z]\$1:\$?[A-Z]\$\d+|\$A\d:\$[A-Z]\d|\$?[A-Z]:\$?[A-Z]|\d:\d/g, "#"),
    )
    .join("");

test("law: mending and cutting change names of ours and whole references, and not one character else; done twice is done once", () => {
  fc.assert(
    fc.property(formulas.call, (call) => {
      const formula = `=${call}`;
      const mended = own.withNamesMended(formula);
      expect(own.callsIn(mended).map(({ name }) => name)).toEqual(own.callsIn(formula).map(({ name }) => name));
      expect(own.callsIn(mended).every(({ name, written }) => name === written)).toBe(true);
      const cut = own.withWholesCut(mended, last);
      expect(own.wholesIn(cut)).toEqual([]);
      expect(own.withWholesCut(cut, last)).toBe(cut);
      expect(bare(cut)).toBe(bare(formula));
    }),
  );
});
