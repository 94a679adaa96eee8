import { cellDigest, inputOf, resultInput, rowKey } from "../../../src/workbook/excel/cellInput";

describe("what is written into a cell", () => {
  it.each([
    ["=1+1"],
    ["+44 20"],
    ["-5%"],
    ["@SUM(A1)"],
    ["'tis"],
    ["\t=1"],
    ["2015/16"],
    ["3 May"],
    ["1e5"],
    ["TRUE"],
    ["#N/A"],
  ])("keeps the text %j a text", (text) => {
    expect(resultInput(text)).toBe(`'${text}`);
  });

  it.each([["Provider productivity"], ["Drugs, devices & IT"], ["é"], [""]])("writes %j as it is", (text) => {
    expect(resultInput(text)).toBe(text);
  });

  it("writes numbers as numbers and nothing for what is not a number", () => {
    expect([resultInput(1.5), resultInput(0), resultInput(null), resultInput(NaN), resultInput(Infinity)]).toEqual([
      1.5,
      0,
      "",
      "",
      "",
    ]);
  });
});

it("writes a formula as a formula, and never a text as one", () => {
  expect(resultInput({ formula: "=SUM(B2:B5)" })).toBe("=SUM(B2:B5)");
  expect(resultInput("=SUM(B2:B5)")).toBe("'=SUM(B2:B5)");
});

describe("what puts a cell back", () => {
  it("tells a formula from text that looks like one", () => {
    expect(inputOf("=A1*2", 4, "Double")).toBe("=A1*2");
    expect(inputOf("=A1*2", "=A1*2", "String")).toBe("'=A1*2");
    expect(inputOf("=X()", "#NAME?", "Error")).toBe("=X()");
    expect(inputOf("#N/A", "#N/A", "Error")).toBe("#N/A");
    expect(inputOf("", "", "Empty")).toBe("");
    expect(inputOf(true, true, "Boolean")).toBe(true);
  });
});

describe("the digest of a cell", () => {
  it("is the same for a number read back with its last digits lost, and for blank and nothing", () => {
    expect(cellDigest(0.1 + 0.2)).toBe(cellDigest(0.3));
    expect(cellDigest("")).toBe(cellDigest(null));
  });

  it("is the same for a formula that Excel gives back with its own capitals, spaces and quotes", () => {
    expect(cellDigest("=sum( 'Plan'!A1 , 2 )&\"it's a\"")).toBe(cellDigest('=SUM(Plan!A1,2)&"it\'s a"'));
    expect(cellDigest('=A1&"a b"')).not.toBe(cellDigest('=A1&"A B"'));
    expect(cellDigest("=SUM(A1)")).not.toBe(cellDigest("'=SUM(A1)"));
    expect(rowKey("=plan!a2")).toBe(rowKey("=Plan!A2"));
    expect(rowKey("'2015/16")).toBe("2015/16");
  });

  it("differs between a number, its text and a formula of it", () => {
    expect(new Set([cellDigest(5), cellDigest("'5"), cellDigest("=5"), cellDigest("")]).size).toBe(4);
  });
});
