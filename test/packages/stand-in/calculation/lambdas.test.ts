import { openStandIn } from "@workbooks/stand-in/openStandIn";
import { parseArea } from "@workbooks/stand-in/workbook/address";
import type { ValueContent, WorkbookContent } from "@workbooks/xlsx/content";
import { emptySheet, emptyWorkbook } from "@workbooks/xlsx/emptyContent";

/** Figures in A1:B3, a blank in A4, a name for a LAMBDA, and the formula in D1. */
function bookWith(formula: string): WorkbookContent {
  const sheet = emptySheet("Mine");
  const put = (address: string, value: ValueContent, itsFormula?: string) => {
    const { row, column } = parseArea(address);
    const array = itsFormula ? { array: { rowCount: 1, columnCount: 1, dynamic: true } } : {};
    const cell = { value, style: 0, ...(itsFormula ? { formula: itsFormula } : {}), ...array };
    sheet.cells.set(row, (sheet.cells.get(row) ?? new Map()).set(column, cell as never));
  };
  const figures = { A1: 1, A2: 2, A3: 3, B1: 10, B2: 20, B3: "text" };
  for (const [address, value] of Object.entries(figures)) put(address, value);
  put("D1", null, formula);
  const name = (text: string, means: string) => ({
    name: text,
    formula: means,
    sheet: null,
    hidden: false,
    comment: "",
  });
  const names = [
    name("TWICE", "LAMBDA(x,2*x)"),
    name("GROW", "LAMBDA(value,[rate],value*(1+IF(ISOMITTED(rate),10%,rate)))"),
    name("FACTORIAL", "LAMBDA(k,IF(k<=1,1,k*FACTORIAL(k-1)))"),
    name("Budget", "Mine!$B$1:$B$2"),
    name("WITHBUDGET", "LAMBDA(x,x+SUM(Budget))"),
  ];
  return { ...emptyWorkbook(), sheets: [sheet], names };
}

async function spilled(formula: string): Promise<ValueContent[][]> {
  const standIn = await openStandIn(bookWith(formula), null);
  await standIn.recalculate(true);
  const sheet = standIn.workbook.sheet("Mine");
  const values = Array.from({ length: 4 }, (_, row) =>
    Array.from({ length: 4 }, (__, column) => sheet.value(row, column + 3)),
  );
  standIn.close();
  const width =
    Math.max(...values.map((row) => row.reduce<number>((last, value, at) => (value === null ? last : at), -1))) + 1;
  return values.filter((row) => row.some((value) => value !== null)).map((row) => row.slice(0, width));
}

// What Microsoft documents under each function's name, with its own examples where they suit.
test.each<[formula: string, right: ValueContent[][]]>([
  ["LET(x,5,SUM(x,1))", [[6]]],
  ["LET(x,1,y,x+1,x,y*10,x)", [[20]]],
  ["LAMBDA(x,x+122)(1)", [[123]]],
  ["LET(f,LAMBDA(x,x*2),f(f(3)))", [[12]]],
  ["LET(a,3,f,LAMBDA(x,x+a),a,100,f(1))", [[4]]],
  ["LAMBDA(x,LAMBDA(y,x-y))(10)(4)", [[6]]],
  ["LAMBDA(x,[y],IF(ISOMITTED(y),x,x+y))(1)", [[1]]],
  ["LAMBDA(x,[y],IF(ISOMITTED(y),x,x+y))(1,)", [[1]]],
  ["LAMBDA(x,[y],IF(ISOMITTED(y),x,x+y))(1,A4)", [[1]]],
  ["LAMBDA(x,y,x+y)(1)", [[{ error: "#VALUE!" }]]],
  ["LAMBDA(x,x)(1,2)", [[{ error: "#VALUE!" }]]],
  ["LAMBDA(x,x)", [[{ error: "#CALC!" }]]],
  ["LET(x,A1:A3,x)", [[1], [2], [3]]],
  [
    "MAP(A1:B2,LAMBDA(x,IF(x>5,x*x,x)))",
    [
      [1, 100],
      [2, 400],
    ],
  ],
  ["MAP(A1:A3,B1:B2,LAMBDA(x,y,x+y))", [[11], [22], [{ error: "#N/A" }]]],
  ["MAP(A1:A2,LAMBDA(x,A1:A3))", [[{ error: "#CALC!" }], [{ error: "#CALC!" }]]],
  ["REDUCE(,A1:A3,LAMBDA(a,b,a+b^2))", [[14]]],
  ['REDUCE("",A1:A2,LAMBDA(a,b,HSTACK(a,b)))', [["", 1, 2]]],
  ["SCAN(1,A1:A3,LAMBDA(a,b,a*b))", [[1], [2], [6]]],
  ["BYROW(A1:B2,LAMBDA(row_,SUM(row_)))", [[11], [22]]],
  ["BYCOL(A1:B2,LAMBDA(column_,MAX(column_)))", [[2, 20]]],
  ["BYROW(A1:B2,LAMBDA(row_,row_))", [[{ error: "#CALC!" }], [{ error: "#CALC!" }]]],
  [
    "MAKEARRAY(2,3,LAMBDA(i,j,i*j))",
    [
      [1, 2, 3],
      [2, 4, 6],
    ],
  ],
  ["LET(x,A4,ISBLANK(x))", [[true]]],
  ['LET(x,A4,x="")', [[true]]],
  ["LET(x,B3,ISNUMBER(x))", [[false]]],
  ["LET(x,{1,2;3,4},INDEX(x,0,2))", [[2], [4]]],
  ["LET(x,{1,2;3,4},INDEX(x,2,0))", [[3, 4]]],
  ["LET(x,{1,2;3,4},INDEX(x,{1;2},1))", [[1], [3]]],
  ["LET(x,5,INDEX(x,1,1))", [[5]]],
  ["LET(x,{1,2},INDEX(x,1,3))", [[{ error: "#REF!" }]]],
  ['LET(x,0,IF(x=0,"none",1/x))', [["none"]]],
  ['LET(x,{0,2},IF(x=0,"none",1/x))', [["none", 0.5]]],
  [
    "LET(x,{1;2},x+{10,20})",
    [
      [11, 21],
      [12, 22],
    ],
  ],
  ["LET(x,{1;2},IFERROR(x/(x-1),0))", [[0], [2]]],
  ["LET(x,#N/A,IFNA(x,1))", [[1]]],
  ["LET(x,2,CHOOSE(x,1/0,7))", [[7]]],
  ['LET(x,"3",x*2&"a")', [["6a"]]],
  ["LET(x,3,-x^2)", [[9]]],
  ["LET(x,50,x%)", [[0.5]]],
  ["LET(x,0,x^0)", [[{ error: "#NUM!" }]]],
  ["SUM(LET(x,A1:A3,x*2),1)", [[13]]],
  ["TWICE(4)", [[8]]],
  ["TWICE(A1:A3)", [[2], [4], [6]]],
  ["GROW(100)", [[110.00000000000001]]],
  ["GROW(100,)", [[110.00000000000001]]],
  ["GROW(100,5%)", [[105]]],
  ["GROW(100,A4)", [[100]]],
  ["FACTORIAL(5)", [[120]]],
  ["WITHBUDGET(1)", [[31]]],
  ["MAP(A1:A2,TWICE)", [[2], [4]]],
  ['LET(x,SUM(A1:A3),y,COUNTIF(A1:A3,">1"),x+y)', [[8]]],
  ["LET(x,1,nothing_of_that_name+x)", [[{ error: "#NAME?" }]]],
])("%s", async (formula, right) => {
  expect(await spilled(formula)).toEqual(right);
});

test("what a LAMBDA reads is calculated before it, and again after a change", async () => {
  const standIn = await openStandIn(bookWith("LET(x,A1:A3,f,LAMBDA(y,SUM(y)*TWICE(B1)),f(x))"), null);
  await standIn.recalculate(true);
  const sheet = standIn.workbook.sheet("Mine");
  expect(sheet.value(0, 3)).toBe(120);
  sheet.write([{ row: 0, column: 0, value: 4 }]);
  await standIn.recalculate();
  expect(sheet.value(0, 3)).toBe(180);
  sheet.write([{ row: 0, column: 1, value: 1 }]);
  await standIn.recalculate();
  expect(sheet.value(0, 3)).toBe(18);
  standIn.close();
});
