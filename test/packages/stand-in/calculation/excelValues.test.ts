import { compareWorkbook } from "./excel/compare";
import type { ComparedCell } from "./excel/comparedCell";
import { readFacts } from "./excel/facts";

/** What workbooks of finance use: here every cell agrees, but for those below. */
const finance = new Set(
  (
    "SUM SUMIF SUMIFS COUNTIF COUNTIFS AVERAGE AVERAGEIF AVERAGEIFS MAXIFS MINIFS SUMPRODUCT INDEX MATCH XLOOKUP VLOOKUP HLOOKUP " +
    "IF IFS IFERROR IFNA DATE YEAR MONTH DAY DAYS DAYS360 EDATE EOMONTH YEARFRAC WEEKDAY WEEKNUM NETWORKDAYS WORKDAY ROUND " +
    "ROUNDUP ROUNDDOWN TEXT NPV IRR XNPV XIRR MIRR PMT IPMT PPMT PV FV NPER RATE OFFSET INDIRECT LET LAMBDA FILTER SORT UNIQUE " +
    "NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV BETA.DIST BETA.INV T.DIST T.DIST.RT T.DIST.2T T.INV T.INV.2T CONFIDENCE.T"
  ).split(" "),
);

/** Cells of these functions that are not calculated here, and what it is in each that is not. */
const notCalculated: Record<string, string> = {
  "INFORMATION/ISREF_ISFORMULA_ISODD_ISEVEN.xlsx!F7": "a formula that asks where it is itself",
  "INFORMATION/ISREF_ISFORMULA_ISODD_ISEVEN.xlsx!C9": "a formula that asks where it is itself",
  "LOGICAL/IFERROR.xlsx!C13": "SUMM, which is no function",
  "LOGICAL/IFERROR.xlsx!C14": "SUMM, which is no function",
  "LOGICAL/IFERROR.xlsx!C20": "XYZ, which is no function",
  "LOOKUP_AND_REFERENCE/ROW_COLUM.xlsx!K19": "a formula that asks where it is itself",
  "LOOKUP_AND_REFERENCE/ROW_COLUM.xlsx!L19": "a formula that asks where it is itself",
  "TEXT/TEXT.xlsx!K12": "a percentage of 22 digits",
};

const all: ComparedCell[] = [];

test.each(readFacts().map((facts) => [facts.file, facts] as const))(
  "%s: nothing differs from what Excel has calculated",
  async (_, facts) => {
    const cells = await compareWorkbook(facts);
    all.push(...cells);
    expect(cells.filter(({ outcome }) => outcome === "differs").map(shown)).toEqual([]);
  },
);

test("at least 97 of 100 cells agree, and as many without the largest workbook, to a part", () => {
  expect(all.length).toBeGreaterThan(27_500);
  expect(share(all)).toBeGreaterThanOrEqual(0.97);
  expect(share(all.filter(({ file }) => !file.includes("FLOOR_CEILING")))).toBeGreaterThanOrEqual(0.96);
  expect(all.filter(({ outcome }) => outcome === "excused").length).toBeLessThanOrEqual(60);
});

test("what workbooks of finance use agrees in every cell", () => {
  const cells = all.filter(({ functions }) => functions.some((name) => finance.has(name)));
  expect(cells.length).toBeGreaterThan(4_500);
  const others = cells.filter(({ outcome }) => outcome !== "agrees" && outcome !== "excused");
  const places = others
    .filter(({ formula }) => !formula.startsWith("ACCRINT("))
    .map((cell) => `${cell.file}!${cell.address}`);
  expect(places.sort()).toEqual(Object.keys(notCalculated).sort());
});

function share(cells: ComparedCell[]): number {
  const compared = cells.filter(({ outcome }) => outcome !== "excused");
  return compared.filter(({ outcome }) => outcome === "agrees").length / compared.length;
}

function shown({ sheet, address, formula, excel, standIn }: ComparedCell): string {
  return `${sheet}!${address} =${formula}: Excel ${JSON.stringify(excel)}, the stand-in ${JSON.stringify(standIn)}`;
}
