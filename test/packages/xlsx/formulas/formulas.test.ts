import { CustomFunctionNames } from "@workbooks/xlsx/formulas/customFunctionNames";
import { formulaFromFile } from "@workbooks/xlsx/formulas/formulaFromFile";
import { formulaToFile } from "@workbooks/xlsx/formulas/formulaToFile";
import { renameSheets } from "@workbooks/xlsx/formulas/renameSheets";
import { shiftableFormula } from "@workbooks/xlsx/formulas/shiftFormula";

const savings = new CustomFunctionNames(["SAVINGS"]);

describe("formulas in the user's words and in the file's", () => {
  test.each<[string, string]>([
    ["SAVINGS.COMPOUNDEFF(2%,5)", "_xldudf_SAVINGS_COMPOUNDEFF(2%,5)"],
    ["1+SAVINGS.GAP(A1:B2)*2", "1+_xldudf_SAVINGS_GAP(A1:B2)*2"],
    ["SEQUENCE(3)", "_xlfn.SEQUENCE(3)"],
    ["SORT(FILTER(A:A,B:B>1))", "_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A:A,B:B>1))"],
    ["SORTBY(A1:A3,B1:B3)", "_xlfn.SORTBY(A1:A3,B1:B3)"],
    ["STDEV.S(A1:A3)+NETWORKDAYS.INTL(A1,A2)", "_xlfn.STDEV.S(A1:A3)+NETWORKDAYS.INTL(A1,A2)"],
    ["SUM(A1#)", "SUM(_xlfn.ANCHORARRAY(A1))"],
    ["'My sheet'!$A$1#", "_xlfn.ANCHORARRAY('My sheet'!$A$1)"],
    ["INDEX(A:A,2)#", "_xlfn.ANCHORARRAY(INDEX(A:A,2))"],
    ["@A1:A3", "_xlfn.SINGLE(A1:A3)"],
    ["-@Sheet2!A1:A3+1", "-_xlfn.SINGLE(Sheet2!A1:A3)+1"],
    ["@SAVINGS.X(@tbl[a])", "_xlfn.SINGLE(_xldudf_SAVINGS_X(_xlfn.SINGLE(tbl[a])))"],
    ["@A1#", "_xlfn.SINGLE(_xlfn.ANCHORARRAY(A1))"],
    ["LET(x,1,y,x+1,x*y)", "_xlfn.LET(_xlpm.x,1,_xlpm.y,_xlpm.x+1,_xlpm.x*_xlpm.y)"],
    ["MAP(A1:A3,LAMBDA(v,v*rate))", "_xlfn.MAP(A1:A3,_xlfn.LAMBDA(_xlpm.v,_xlpm.v*rate))"],
    ["LET(f,LAMBDA(a,a+1),f(2))", "_xlfn.LET(_xlpm.f,_xlfn.LAMBDA(_xlpm.a,_xlpm.a+1),_xlpm.f(2))"],
    ["LET(v,1,LET(v,v+1,v))", "_xlfn.LET(_xlpm.v,1,_xlfn.LET(_xlpm.v,_xlpm.v+1,_xlpm.v))"],
    [
      "LAMBDA(base,[rate],IF(ISOMITTED(rate),base,base*rate+tbl[rate]))",
      "_xlfn.LAMBDA(_xlpm.base,_xlop.rate,IF(_xlfn.ISOMITTED(_xlpm.rate),_xlpm.base,_xlpm.base*_xlpm.rate+tbl[rate]))",
    ],
    ["tbl[@a]+tbl[@[b c]]+tbl[@]", "tbl[[#This Row],[a]]+tbl[[#This Row],[b c]]+tbl[#This Row]"],
    [`"A1# _xlfn.SUM @"&A1`, `"A1# _xlfn.SUM @"&A1`],
    ["SUM(A1:B2 A2:B3,(A1,B2))+{1,2;3,#N/A}", "SUM(A1:B2 A2:B3,(A1,B2))+{1,2;3,#N/A}"],
  ])("%s", (typed, kept) => {
    expect(formulaToFile(typed, savings)).toBe(kept);
    expect(formulaFromFile(kept, savings)).toBe(
      typed === "tbl[@a]+tbl[@[b c]]+tbl[@]" ? "tbl[@a]+tbl[@[b c]]+tbl[#This Row]" : typed,
    );
  });

  test.each<[string, string]>([
    ["_xll.SAVINGS.GAP(A1)", "SAVINGS.GAP(A1)"],
    ["_xludf.XLOOKUP(1,A:A,B:B)", "XLOOKUP(1,A:A,B:B)"],
    ["_XLFN.SEQUENCE(3)", "SEQUENCE(3)"],
    ["_xlfn.SINGLE (A1)", "@A1"],
    ["_xlfn.SINGLE(A1+B1)", "@(A1+B1)"],
    ["_xlfn._xldudf_SAVINGS_GAP_TABLE(1)", "_xlfn._xldudf_SAVINGS_GAP_TABLE(1)"],
    ["_xlfn.NETWORKDAYS.INTL(A1,B1)", "NETWORKDAYS.INTL(A1,B1)"],
    ["[2]Sheet1!$A$1+SUM([Budget.xlsx]Data!A1)", "[2]Sheet1!$A$1+SUM([Budget.xlsx]Data!A1)"],
    ["_xlfn.SEQUENCE(", "SEQUENCE("],
  ])("as other programs leave them: %s", (kept, typed) => {
    expect(formulaFromFile(kept, savings)).toBe(typed);
  });

  test.each([
    "_xldudf_CONTOSO_ADD_TWO(1)",
    "1+_xldudf_CONTOSO_ADD(A1,_xldudf_CONTOSO_ADD(2,3))",
    "[2]!_xldudf_CONTOSO_ADD(1)",
    "'C:\\add ins\\[c.xlam]Sheet1'!_xldudf_CONTOSO_ADD(1)",
    "_xll.CONTOSO.PRICE(A1)",
    "_xludf.PRICEOF(A1)",
    "_xlfn.NOTYETKNOWN(A1:A3)",
    "_xlfn.ORG.LIBREOFFICE.RAND.NV()",
    "_xlfn.BYROW(A1:B2,_xleta.SUM)",
  ])("what others brought goes back as it came: %s", (kept) => {
    expect(formulaToFile(formulaFromFile(kept, savings), savings)).toBe(kept);
  });

  test.each([
    "[2]!_xldudf_SAVINGS_GAP(1)",
    "'C:\\add ins\\[s.xlam]Sheet1'!_xldudf_SAVINGS_GAP(1)+1",
    "s.xlam!SAVINGS.GAP(A1)",
  ])("our function that another program has put into a workbook is shown so, as in Excel: %s", (kept) => {
    expect(formulaFromFile(kept, savings)).toBe(kept);
    expect(formulaToFile(kept, savings)).toBe(kept);
  });

  test("functions of a namespace that is not known keep the file's name, and those of a longer namespace have their own", () => {
    expect(formulaFromFile("_xldudf_SAVINGS_GAP(1)")).toBe("_xldudf_SAVINGS_GAP(1)");
    expect(formulaToFile("SAVINGS.GAP(1)")).toBe("SAVINGS.GAP(1)");
    const both = new CustomFunctionNames(["CONTOSO", "Contoso.Fin"]);
    expect(formulaToFile("contoso.add(1)+CONTOSO.FIN.NPV(2)", both)).toBe(
      "_xldudf_CONTOSO_ADD(1)+_xldudf_CONTOSO_FIN_NPV(2)",
    );
    expect(formulaFromFile("_xldudf_CONTOSO_ADD(1)+_xldudf_CONTOSO_FIN_NPV(2)", both)).toBe(
      "CONTOSO.ADD(1)+CONTOSO.FIN.NPV(2)",
    );
  });

  test("a table's own cell may leave its name out", () => {
    expect(formulaToFile("[@Rate]+SUM([Rate])+Other[Rate]", savings, "Levers")).toBe(
      "Levers[[#This Row],[Rate]]+SUM(Levers[Rate])+Other[Rate]",
    );
  });

  test.each(["T1", "R2", "\\x", "_T", "Tab.1"])("the name of a table is not doubled, even that of %s", (table) => {
    const kept = `${table}[[#This Row],[Rate]]+SUM(${table}[[a]:[b]])`;
    expect(formulaToFile(formulaFromFile(kept), savings, table)).toBe(kept);
    expect(formulaToFile("1 [@Rate]+-[@Rate]", savings, table)).toBe(
      `1 ${table}[[#This Row],[Rate]]+-${table}[[#This Row],[Rate]]`,
    );
  });
});

test("shared formulas move their relative references only", () => {
  const shift = shiftableFormula(`A1+$B2+C$3+$D$4+SUM(A:$A,1:$1)+Sheet2!A1:B2+"A1"+LOG10(A1)+tbl[A1]+A1_B`);
  expect(shift(1, 1)).toBe(`B2+$B3+D$3+$D$4+SUM(B:$A,2:$1)+Sheet2!B2:C3+"A1"+LOG10(B2)+tbl[A1]+A1_B`);
  expect(shiftableFormula("A1")(-1, -1)).toBe("XFD1048576");
});

test("sheets are renamed in formulas, not in texts", () => {
  const renamed = new Map([
    ["data", "Q1's data"],
    ["old one", "New"],
  ]);
  expect(renameSheets(`Data!A1+'Old one'!$B$2+"Data!A1"+Database!A1`, renamed)).toBe(
    `'Q1''s data'!A1+New!$B$2+"Data!A1"+Database!A1`,
  );
});
