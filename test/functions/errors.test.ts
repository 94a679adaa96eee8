import { outcomeOf, plain } from "./support/outcome";
import { readFormula, recordOf } from "./support/formula";

/** Errors that functions promise, with what their message must say. */
const promised: [formula: string, code: string, says: RegExp][] = [
  ["COMPOUNDEFF(2)", "#VALUE!", /^rate is 2; .*2 means 200%/u],
  ["COMPOUNDEFF(-1)", "#VALUE!", /^rate is -1/u],
  ["COMPOUNDEFF({0.01,0.02},3)", "#VALUE!", /^years is 3, but rate has only 2/u],
  ["COMPOUNDEFF({0.01,0.02},1.5)", "#VALUE!", /whole number/u],
  ["COMPOUNDEFF(2%,-1)", "#VALUE!", /^years is -1/u],
  ['COMPOUNDEFF(2%,5,,"margin")', "#VALUE!", /^basis is 'margin', .*cost, productivity/u],
  ["COMPOUNDEFF(-99%,5000)", "#VALUE!", /too large/u],
  ["SAVINGSGAP(113,{0.01,0.02},0%,3)", "#VALUE!", /^pressure has 2 years but 3 are needed/u],
  ["SAVINGSGAP(113,{0.01;0.02},0%)", "#VALUE!", /^pressure is 2 rows × 1 column but baseline is 1 row × 1 column/u],
  ["SAVINGSGAP({70;40},4%,0%,2,{0.1;0.1;0.1})", "#VALUE!", /^efficiency is 3 rows/u],
  ["SAVINGSGAP({70,40},4%,0%)", "#VALUE!", /^baseline: 1 row × 2 columns are given; one column/u],
  ["SAVINGSGAP(113,4%,{0;0})", "#VALUE!", /^funding: 2 rows × 1 column are given; one row/u],
  ["SAVINGSGAP(113,4%,0%,1.5)", "#VALUE!", /^years is 1.5/u],
  ['GAPTABLE(113,4%,0%,2,,"2015/17")', "#VALUE!", /^first_year is text '2015\/17'/u],
  ["REQUIREDEFF(0,5)", "#DIV/0!", /^need is 0/u],
  ["REQUIREDEFF({1,2,3},{1,2})", "#VALUE!", /1 row × 2 columns.*1 row × 3 columns/u],
  ["ATTRIBUTE(100,1.2)", "#VALUE!", /^effects is 1.2; .*at most 1/u],
  ['ATTRIBUTE(100,{0.1;"n/a"})', "#VALUE!", /^effects: row 2, column 1 is text 'n\/a'; a number is needed\.$/u],
  // Excel's own + refuses a space too; counted as 0 it would hide a typing slip.
  ['ATTRIBUTE(100,{0.1;" "})', "#VALUE!", /^effects: row 2, column 1 is text ' '; a number is needed\.$/u],
  ['DIFFINDIFF({1;" ";3},{1;2},{1;2},{1;2})', "#VALUE!", /^treated_before: row 2, column 1 is text ' '/u],
  ['NETSAVING(1,1," ")', "#VALUE!", /^schedule is ' '/u],
  ["ATTRIBUTE(100,{0.1,TRUE})", "#VALUE!", /^effects: row 1, column 2 is TRUE/u],
  ["ATTRIBUTE({1,2},{0.1,0.1,0.1})", "#VALUE!", /base is 1 row × 2 columns but effects is 1 row × 3 columns/u],
  ["ATTRIBUTE({1;2},{0.1,0.1})", "#VALUE!", /^base: 2 rows × 1 column are given; one row/u],
  ['ATTRIBUTE(100,0.1,"owen")', "#VALUE!", /shapley, lmdi, sequential, prorata, standalone, last/u],
  ['ATTRIBUTE(100,{0.1;0.2;-0.3},"prorata")', "#DIV/0!", /cancel out/u],
  ["DECOMPOSE({1;2},{1,2})", "#VALUE!", /^before is 2 rows × 1 column but after is 1 row × 2 columns/u],
  ['DECOMPOSE({1;-2},{1;2},"lmdi")', "#VALUE!", /^before: row 2, column 1 is -2/u],
  ["SHAPLEY({0,0;1,0;1,1},{0;3;5})", "#VALUE!", /^coalitions: the row 0, 1 is missing/u],
  ["SHAPLEY({1,0;0,1;1,0;1,1},{0;3;5;6})", "#VALUE!", /^coalitions: rows 1 and 3 are the same combination \(1, 0\)/u],
  ["SHAPLEY({0.5,0;0,1;1,1},{0;3;5})", "#VALUE!", /^coalitions: row 1, column 1 is 0.5; 0 \(off\) or 1 \(on\)/u],
  ["SHAPLEY({0;1},{1;2;3})", "#VALUE!", /^values has 3 entries but coalitions has 2 rows/u],
  ["SHAPLEY({1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1},5)", "#VALUE!", /17 columns; at most 16/u],
  ['BRIDGE({"a";"b"},{1;2;3},10)', "#VALUE!", /^savings has 3 entries but labels has 2/u],
  ["PHASE(0)", "#VALUE!", /^years is 0/u],
  ['PHASE(3,"linear",0)', "#VALUE!", /^ramp is 0/u],
  ["ADOPTION(3,1.5)", "#VALUE!", /^ceiling is 1.5/u],
  ['RISKADJUST(10,"Mauve")', "#N/A", /^ratings: 'Mauve' has no weight; known are Green, Amber/u],
  ['RISKADJUST(10,"Green",{"Green",90})', "#VALUE!", /^weights: row 1, column 2 is 90.*90% is 0.9/u],
  ['RISKADJUST(10,"Green",{"Green",0.9;"green ",0.8})', "#VALUE!", /one weight a rating/u],
  ["RAG(0,5)", "#DIV/0!", /^planned is 0/u],
  ["RAG(10,5,0.5,0.9)", "#VALUE!", /^amber_at is 0.9, above green_at 0.5/u],
  ["DELIVERYRATE({1;-1},{1;1})", "#DIV/0!", /^planned sums to 0/u],
  ["DELIVERYRATE({1;2},1)", "#VALUE!", /^planned is 2 rows/u],
  ["OPTIMISMBIAS(100,-0.1)", "#VALUE!", /^bias is -0.1/u],
  ["OPTIMISMBIAS(100,0.5,1.1)", "#VALUE!", /^mitigation is 1.1/u],
  ["DELIVERYPROB(1,{1;2},{1;2;3},5)", "#VALUE!", /^low has 2 entries but likely has 3/u],
  ["DELIVERYPROB(1,3,2,5)", "#VALUE!", /lever 1 are 3, 2 and 5/u],
  ["DELIVERYPROB(1,1,2,3,1)", "#VALUE!", /^correlation is 1/u],
  ["DELIVERYPROB(1,1,2,3,0,99)", "#VALUE!", /^trials is 99/u],
  ["DELIVERYRANGE(90,1,2,3)", "#VALUE!", /^percentiles is 90; .*0\.9 or 90%/u],
  ["RISKCONTRIBUTION(1,1,1)", "#DIV/0!", /no uncertainty/u],
  ["MIXVARIANCE({1;-1},{1;1},5)", "#DIV/0!", /^plan_units sum to 0/u],
  ["PLANVARIANCE({1;2},{1;2;3},1,1)", "#VALUE!", /2 rows × 1 column.*3 rows × 1 column/u],
  ["IMPLIEDUNITCOST(5,3,3)", "#DIV/0!", /^actual_change equals planned_change/u],
  ["DIFFINDIFF(1,{1;2},{1;2},{1;2})", "#VALUE!", /^treated_before has 1 observation/u],
  [
    "DIFFINDIFF({1;2;3},{1;2},{1;2},{1;2},TRUE)",
    "#VALUE!",
    /^treated_before has 3 observations but treated_after has 2/u,
  ],
  ['DIFFINDIFF({1;"";3},{1;2},{1;2},{1;2})', "#VALUE!", /^treated_before: row 2, column 1 is blank/u],
  ["TRENDBREAK({1;2;3;4},3)", "#VALUE!", /^values has 4 observations; at least 5/u],
  ["TRENDBREAK({1;2;3;4;5;6},2)", "#VALUE!", /^break_at is 2; a whole number from 3 to 5/u],
  ["TRENDBREAK({1;2;3;4;5;6},4,6)", "#VALUE!", /^lags is 6/u],
  ['DISCOUNT(5,"red book")', "#VALUE!", /greenbook, health or a rate/u],
  ["DISCOUNT(5,3.5)", "#VALUE!", /^schedule is 3.5; .*2 means 200%/u],
  ["DISCOUNT(1.5)", "#VALUE!", /^year is 1.5; a whole number/u],
  ["NETSAVING({1,2},{1,2,3})", "#VALUE!", /savings is 1 row × 2 columns but costs is 1 row × 3 columns/u],
  ["PAYBACK({0,1},{5,0})", "#N/A", /never pays back/u],
  ["PARTYEAR(12,13)", "#VALUE!", /^start_month is 13/u],
  ["REALTERMS(100,0,100)", "#DIV/0!", /^index is 0/u],
  ["REALTERMS(100,-5,100)", "#VALUE!", /^index is -5/u],
];

test.each(promised)("%s is %s", async (formula, code, says) => {
  const { name, given } = readFormula(formula);
  const outcome = await outcomeOf(recordOf(name), given);
  expect(plain(outcome)).toBe(code);
  expect((outcome as { message: string }).message).toMatch(says);
});

describe("errors that keep to their own cells", () => {
  const cells: [string, unknown][] = [
    ["REQUIREDEFF({0;100},{1;100})", [["#DIV/0!"], [0]]],
    ['RISKADJUST({10;20;30},{"Green";"Mauve";" RED "})', [[9], ["#N/A"], [6]]],
    ['RISKADJUST({10;0},{"";""})', [["#N/A"], [""]]],
    ["RAG({0;10},{1;8})", [["#DIV/0!"], ["Amber"]]],
    ["IMPLIEDUNITCOST({5;6},{1;1},{1;3})", [["#DIV/0!"], [3]]],
    ["REALTERMS({1;2},{0;50},100)", [["#DIV/0!"], [4]]],
    ["PAYBACK({0,1;0,9},{5,0;5,0})", [["#N/A"], [0.5555555555555556]]],
    [
      'ATTRIBUTE(100,{0.1,0.1;-0.1,0.2},"prorata")',
      [
        ["#DIV/0!", expect.closeTo(28 / 3, 9)],
        ["#DIV/0!", expect.closeTo(56 / 3, 9)],
      ],
    ],
    [
      "DIFFINDIFF({1;1},{2;2},{3;3},{3;3})",
      [
        ["Effect", 1],
        ["Standard error", 0],
        ["Lower 95%", 1],
        ["Upper 95%", 1],
        ["p-value", "#N/A"],
      ],
    ],
  ];
  test.each(cells)("%s", async (formula, table) => {
    const { name, given } = readFormula(formula);
    expect(plain(await outcomeOf(recordOf(name), given))).toEqual(table);
  });
});

test("rows without a label are skipped, whatever stands beside them", async () => {
  const steps = await outcomeOf(recordOf("BRIDGE"), [
    [["a"], [null], ["b"], [0], ["  "]],
    [[1], ["n/a"], [2], [true], ["x"]],
    [[10]],
  ]);
  expect((plain(steps) as unknown[][]).map((row) => row[0])).toEqual(["Step", "Start", "a", "b", "End"]);
  const weights = [
    ["Green", 0.5],
    ["", "n/a"],
    ["Red", 0.25],
  ];
  expect(plain(await outcomeOf(recordOf("RISKADJUST"), [[[8]], [["red"]], weights]))).toEqual([[2]]);
});

test("years count up in the form they were given", async () => {
  const firsts: [unknown, unknown[]][] = [
    ["2015/16", ["2015/16", "2016/17", "2017/18"]],
    ["1998-99", ["1998-99", "1999-00", "2000-01"]],
    ["2019/2020", ["2019/2020", "2020/2021", "2021/2022"]],
    [2015, [2015, 2016, 2017]],
    [null, [0, 1, 2]],
  ];
  for (const [first, labels] of firsts) {
    const table = plain(
      await outcomeOf(recordOf("GAPTABLE"), [[[1]], [[0]], [[0]], [[2]], null, [[first]]]),
    ) as unknown[][];
    expect(table.slice(1).map((row) => row[0])).toEqual(labels);
  }
});
