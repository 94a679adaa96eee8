import {
  findYear,
  fiscalLabel,
  isDateFormat,
  readMonth,
  readYear,
  shareOfFirstYear,
  type YearConvention,
} from "../../../../../src/plan/reading/cells/times/years";

const april: YearConvention = { fiscalYearStart: 4, bareYear: "start" };
const january: YearConvention = { fiscalYearStart: 1, bareYear: "start" };

describe("labels of years", () => {
  test.each([
    ["2015/16", 2015],
    ["2015-16", 2015],
    ["2015–16", 2015],
    ["2015/2016", 2015],
    ["15/16", 2015],
    ["1999/00", 1999],
    ["FY16", 2015],
    ["FY 2016", 2015],
    ["fy2015/16", 2015],
    ["2016", 2016],
  ])("%s starts in %d", (label, start) => expect(readYear(label, "General", april)).toEqual({ kind: "fiscal", start }));

  test.each([
    ["Year 1", 1],
    ["Yr 3", 3],
    ["Y2", 2],
    ["4", 4],
  ])("%s is year %d of the plan", (label, number) =>
    expect(readYear(label, "General", april)).toEqual({ kind: "ordinal", number }),
  );

  test.each(["2015/18", "soon", "", "2015/16 or later", "1.5", "£2000"])("'%s' is no year", (label) =>
    expect(readYear(label, "General", april)).toBeNull(),
  );

  test("numbers: a bare year, a year of the plan, a date", () => {
    expect(readYear(2016, "General", april)).toEqual({ kind: "fiscal", start: 2016 });
    expect(readYear(3, "0", april)).toEqual({ kind: "ordinal", number: 3 });
    expect(readYear(2.5, "0", april)).toBeNull();
    // 42460 is 31 March 2016, 42461 the day after
    expect(readYear(42460, "dd/mm/yyyy", april)).toEqual({ kind: "fiscal", start: 2015 });
    expect(readYear(42461, "dd/mm/yyyy", april)).toEqual({ kind: "fiscal", start: 2016 });
    expect(readYear(42460, "dd/mm/yyyy", january)).toEqual({ kind: "fiscal", start: 2016 });
  });

  test("a bare year may be the one in which the fiscal year ends", () => {
    expect(readYear(2016, "General", { ...april, bareYear: "end" })).toEqual({ kind: "fiscal", start: 2015 });
  });

  test("labels shown", () => {
    expect([fiscalLabel(2015, april), fiscalLabel(1999, april), fiscalLabel(2015, january)]).toEqual([
      "2015/16",
      "1999/00",
      "2015",
    ]);
  });
});

test("a year among other words, and what is left of them", () => {
  const rest = (text: string) => findYear(text, april)?.rest;
  expect(rest("Growth 2015/16 (%)")).toBe("Growth %");
  expect(rest("Base (2014/15)")).toBe("Base");
  expect(rest("FY16 plan")).toBe("plan");
  expect(rest("2014/15 outturn")).toBe("outturn");
  expect(rest("Saving")).toBeUndefined();
});

test("months and the share of the first year", () => {
  expect(["October", "oct", "Oct.", "10", "Sept"].map((month) => readMonth(month, "General"))).toEqual([
    10, 10, 10, 10, 9,
  ]);
  expect([0, 13, 1.5, "m", "Octember"].map((month) => readMonth(month, "General"))).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
  expect([4, 10, 3].map((month) => shareOfFirstYear(month, 4))).toEqual([1, 0.5, 1 / 12]);
  expect(shareOfFirstYear(1, 1)).toBe(1);
});

test("which number formats show dates", () => {
  expect(["dd/mm/yyyy", "mmm-yy", "[$-809]dd mmmm yyyy", 'yyyy"/"mm', "d mmm yyyy;@"].map(isDateFormat)).toEqual([
    true,
    true,
    true,
    true,
    true,
  ]);
  expect(["General", "0", "0.0%", "#,##0.00", '"days" 0', "@", "[Red]-0", "£#,##0"].map(isDateFormat)).toEqual(
    Array(8).fill(false),
  );
});
