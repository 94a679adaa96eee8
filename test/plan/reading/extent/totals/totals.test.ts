import { formulaKey } from "../../../../../src/plan/reading/sheetGrid";
import type { CellText } from "../../../support/grid";
import { leversOf, lines, questions, readAlone } from "../../../support/register";

const names = (reading: Parameters<typeof leversOf>[0]): string[] => leversOf(reading).map(({ name }) => name);

describe("a total", () => {
  const rows: CellText[][] = [
    ["Scheme", "Saving £k"],
    ["A", 100],
    ["B", 50],
    ["Programme", 150],
    ["C", 30],
  ];

  test("by a formula that sums its neighbours", () => {
    for (const formula of ["=SUM(B2:B3)", "=B2+B3", "=SUBTOTAL(9,B2:B3)", "=SUM($B$2:$B$3)"]) {
      const reading = readAlone(rows, {}, { formulas: new Map([[formulaKey(3, 1), formula]]) });
      expect(names(reading)).toEqual(["A", "B", "C"]);
      const asked = "warning Register!A5: 'C' stands below the total and counts";
      expect(lines(reading)).toEqual(["warning Register!A4: the totals row 'Programme' was left out", asked]);
      expect(reading.sheetTotals).toEqual([{ cell: "Register!B4", says: 150, read: 150 }]);
    }
  });

  test("is none by a formula of other cells", () => {
    for (const formula of ["=SUM(C2:C3)", "=SUM(Other!B2:B3)", "=B2*1.5", "=SUM(B4:B4)"]) {
      const reading = readAlone(rows, {}, { formulas: new Map([[formulaKey(3, 1), formula]]) });
      expect(names(reading)).toEqual(["A", "B", "Programme", "C"]);
      expect(lines(reading)).toEqual([]);
    }
  });

  test("by arithmetic alone only as the last row of rows that say more of themselves", () => {
    const withRag = (status: CellText): CellText[][] => [
      ["Scheme", "Saving £k", "RAG"],
      ["A", 100, "G"],
      ["B", 50, "A"],
      ["Programme", 150, status],
    ];
    const sum = readAlone(withRag(null));
    expect(names(sum)).toEqual(["A", "B"]);
    expect(lines(sum)).toEqual(["warning Register!A4: 'Programme' is the sum of the 2 rows above, and was left out"]);
    // It may be so by chance: nothing is left out without a question.
    expect(questions(sum)[0]?.[2].taken).toBe("the row does not count");
    const counted = readAlone(withRag(null), { answers: { "rowCounts@Register!A4": "the row counts" } });
    expect(names(counted)).toEqual(["A", "B", "Programme"]);
    // A row with a status is data, whatever it comes to.
    const lever = readAlone(withRag("R"));
    expect(names(lever)).toEqual(["A", "B", "Programme"]);
    expect(lines(lever)).toEqual([]);
  });

  test("by arithmetic alone among rows that say no more than it counts, and is asked about", () => {
    const three: CellText[][] = ["A", "B", "D"].map((name) => [name, 50]);
    const reading = readAlone([["Scheme", "Saving £k"], ...three, ["Lease", 150], ["C", 30]]);
    expect(names(reading)).toEqual(["A", "B", "D", "Lease", "C"]);
    expect(lines(reading)).toEqual(["warning Register!A5: 'Lease' is the sum of the 3 rows above, and counts"]);
  });

  test("above the rows that it sums", () => {
    const reading = readAlone([
      ["Scheme", "Saving £k"],
      ["Total savings", 150],
      ["A", 100],
      ["B", 50],
    ]);
    expect(names(reading)).toEqual(["A", "B"]);
    expect(reading.levers?.totals).toEqual(["Register!A2"]);
  });
});

test("parts of a row above do not count twice", () => {
  const reading = readAlone([
    ["Scheme", "Saving £k", "RAG"],
    ["Agency", 100, "G"],
    ["of which nursing", 60, null],
    ["o/w medical", 40, null],
    ["B", 50, "A"],
  ]);
  expect(names(reading)).toEqual(["Agency", "B"]);
  expect(lines(reading)).toEqual([
    "warning Register!A3: 'of which nursing' was left out, since it is part of a row above and would count twice",
    "warning Register!A4: 'o/w medical' was left out, since it is part of a row above and would count twice",
  ]);
});

test("a part without an amount is no heading of the levers below it", () => {
  const reading = readAlone([
    ["Scheme", "Saving £k", "RAG"],
    ["Estates", null, null],
    ["Agency", 100, "G"],
    ["of which nursing", null, null],
    ["B", 50, "A"],
  ]);
  expect(leversOf(reading).map(({ name, group }) => [name, group])).toEqual([
    ["Agency", "Estates"],
    ["B", "Estates"],
  ]);
});

describe("rows under 'of which:'", () => {
  const under = (medical: number): CellText[][] => [
    ["Scheme", "Saving £k", "In-year £k"],
    ["Agency", 100, 50],
    ["of which:", null, null],
    ["nursing", 60, 30],
    ["medical", medical, 20],
    ["B", 50, 20],
  ];

  test("are left out where they add up to the row above", () => {
    const reading = readAlone(under(40));
    expect(names(reading)).toEqual(["Agency", "B"]);
    expect(lines(reading)).toContain(
      "warning Register!A4: 'nursing' was left out, since it is part of 'Agency' and would count twice",
    );
  });

  test("are asked about where they do not", () => {
    const reading = readAlone(under(35));
    expect(names(reading)).toEqual(["Agency", "nursing", "medical", "B"]);
    expect(lines(reading)).toContain(
      "warning Register!A4: 'nursing' stands below 'of which' and counts beside 'Agency'",
    );
    const answered = readAlone(under(35), { answers: { "rowCounts@Register!A4": "the row does not count" } });
    expect(names(answered)).not.toContain("nursing");
  });
});

describe("merged cells hold for all their rows", () => {
  const merged = [{ row: 1, column: 0, rowCount: 2, columnCount: 1 }];

  test("a group", () => {
    const reading = readAlone(
      [
        ["Workstream", "Scheme", "Saving £k"],
        ["Workforce", "A", 100],
        [null, "B", 60],
        ["Estates", "C", 50],
      ],
      {},
      { merged },
    );
    expect(lines(reading)).toEqual([]);
    expect(leversOf(reading).map(({ group }) => group)).toEqual(["Workforce", "Workforce", "Estates"]);
  });

  test("a name, whose rows are told apart", () => {
    const reading = readAlone(
      [
        ["Scheme", "Saving £k", "Start"],
        ["Agency", 100, "2025/26"],
        [null, 60, "2026/27"],
        ["B", 50, "2025/26"],
      ],
      {},
      { merged },
    );
    expect(names(reading)).toEqual(["Agency (row 2)", "Agency (row 3)", "B"]);
  });
});

test("a repeated heading row is no lever, and no register of its own", () => {
  const reading = readAlone([
    ["Scheme", "Saving £k"],
    ["A", 100],
    ["Scheme", "Saving £k"],
    ["B", 60],
  ]);
  expect(names(reading)).toEqual(["A", "B"]);
  expect(lines(reading)).toEqual(["warning Register!A3: the repeated heading row was left out"]);
});

describe("the extent of a table", () => {
  const rows: CellText[][] = [
    ["Scheme", "Saving £k"],
    ["A", 100],
    ["B", 50],
    ["Memo line", 7],
  ];

  test.each([1, 2, 3, 4])("goes on below a filter of %i rows, which Excel does not make longer", (rowCount) => {
    const reading = readAlone(rows, {}, { filter: { row: 0, column: 0, rowCount, columnCount: 2 } });
    expect(names(reading)).toEqual(["A", "B", "Memo line"]);
    expect(reading.levers?.address).toBe("Register!A1:B4");
  });

  test("ends below a filter where another table begins", () => {
    const others: CellText[][] = [
      ...rows,
      [],
      ["Category", "Base 2024/25", "2025/26"],
      ["Surgery", 900, 910],
      ["Medicine", 800, 810],
    ];
    const reading = readAlone(others, {}, { filter: { row: 0, column: 0, rowCount: 3, columnCount: 2 } });
    expect(names(reading)).toEqual(["A", "B", "Memo line"]);
  });

  test("is that of an Excel table; rows typed right under it are said, and do not count", () => {
    const table = { name: "Schemes", row: 0, column: 0, rowCount: 2, columnCount: 2, hasTotalsRow: false };
    const reading = readAlone(rows, {}, { tables: [table] });
    expect(names(reading)).toEqual(["A"]);
    expect(lines(reading)).toEqual([
      "warning Register!A3: 2 rows right under the Excel table 'Schemes' are no part of it and do not count; drag the table's corner over them to have them counted",
    ]);
    const whole = readAlone([...rows.slice(0, 2), ["Total", 100]], {}, { tables: [table] });
    expect(lines(whole)).toEqual([]);
  });

  test("is that of an Excel table, whose rows all count, whatever their words", () => {
    const words: CellText[][] = [
      ["Scheme", "Saving £k", "RAG"],
      ["Income", 100, "G"],
      ["Base", 50, "A"],
      ["Scheme", 7, "R"],
      ["FY17", 8, "R"],
    ];
    const table = { name: "Register", row: 0, column: 0, rowCount: 5, columnCount: 3, hasTotalsRow: false };
    const reading = readAlone(words, {}, { tables: [table] });
    expect(names(reading)).toEqual(["Income", "Base", "Scheme", "FY17"]);
    expect(lines(reading)).toEqual([]);
  });
});

describe("the sheet's own totals", () => {
  test("are held beside what was read", () => {
    const reading = readAlone([
      ["Scheme", "Saving £k"],
      ["A", 100],
      ["B", 60],
      ["Total", 160],
    ]);
    expect(reading.sheetTotals).toEqual([{ cell: "Register!B4", says: 160, read: 160 }]);
    expect(lines(reading)).toEqual(["warning Register!A4: the totals row 'Total' was left out"]);
  });

  test("that say something else are a finding at their cell", () => {
    const reading = readAlone([
      ["Scheme", "Saving £k", "RAG"],
      ["A", 100, "G"],
      ["B", 60, "G"],
      ["Total", 190, null],
    ]);
    expect(reading.sheetTotals).toEqual([{ cell: "Register!B4", says: 190, read: 160, explainedBy: [] }]);
    expect(lines(reading)).toContain(
      "warning Register!B4: your total says 190 and the rows that were read come to 160",
    );
  });

  test.each([160, 205])("may be with or without what was rejected: %d", (says) => {
    const reading = readAlone([
      ["Scheme", "Saving £k", "RAG"],
      ["A", 100, "G"],
      ["B", 60, "G"],
      ["C", 45, "Rejected"],
      ["Total", says, null],
    ]);
    expect(names(reading)).toEqual(["A", "B"]);
    expect(reading.sheetTotals).toEqual([{ cell: "Register!B5", says, read: says }]);
  });

  test("and the row that explains the difference is named", () => {
    const reading = readAlone([
      ["Scheme", "Saving £k", "RAG"],
      ["A", 100, "G"],
      ["B", 60, "G"],
      ["C", 45, "R"],
      ["Total", 160, null],
    ]);
    expect(lines(reading)).toContain(
      "warning Register!B5: your total says 160 and the rows that were read come to 205; row 4 holds the difference",
    );
  });
});

test("headings that are repeated across an empty column end nothing", () => {
  const headings = ["Scheme", "Workstream", "2013/14 (£m)", null, "2014/15 (£m)", "2015/16 (£m)", "Start"];
  const reading = readAlone([
    headings,
    ["Length of stay", "Workforce", null, null, null, 3.85, "2015/16"],
    ["of which first half", null, null, null, null, 0.9625],
    headings,
    ["Fleet renewal", "Digital", 3.95, null, 5.925, 7.9, "2013/14"],
  ]);
  expect(reading.levers?.address).toBe("Register!A1:G5");
  expect(reading.levers?.rowCount).toBe(2);
  expect(lines(reading)).toContain("warning Register!A4: the repeated heading row was left out");
});

describe("a total of a year in rows that are each of a year", () => {
  const each = { yearSavings: "each" } as const;
  const left = (cell: string, name = "Total") => `warning Register!${cell}: the totals row '${name}' was left out`;

  test.each(["Total", "Total 2026/27", "Sub-total"])("'%s' after each year's rows is no scheme", (name) => {
    const reading = readAlone(
      [
        ["Scheme", "Division", "Financial year", "Saving £k"],
        ["A", "Med", "2026/27", 100],
        ["B", "Med", "2026/27", 50],
        [name, null, "2026/27", 150],
        ["A", "Med", "2027/28", 150],
        ["B", "Med", "2027/28", 60],
        [name, null, "2027/28", 210],
      ],
      each,
    );
    expect(names(reading)).toEqual(["A", "B"]);
    expect(lines(reading)).toEqual([left("A4", name)]);
  });

  test("may stand after the rows of all years", () => {
    const reading = readAlone(
      [
        ["Year", "Scheme", "Saving £k"],
        ["2026/27", "A", 100],
        ["2027/28", "A", 150],
        ["2026/27", "B", 50],
        ["2027/28", "B", 50],
        ["2026/27", "Total", 150],
        ["2027/28", "Total", 200],
      ],
      each,
    );
    expect(names(reading)).toEqual(["A", "B"]);
    expect(lines(reading)).toEqual([left("B6")]);
  });

  test("that is not their sum counts, and is said", () => {
    const reading = readAlone(
      [
        ["Scheme", "Financial year", "Saving £k"],
        ["A", "2026/27", 100],
        ["B", "2026/27", 50],
        ["Total", "2026/27", 170],
        ["A", "2027/28", 150],
        ["B", "2027/28", 60],
        ["Total", "2027/28", 210],
      ],
      each,
    );
    expect(names(reading)).toEqual(["A", "B", "Total"]);
    expect(lines(reading)).toEqual([
      "warning Register!A4: 'Total' is named like a totals row, but is not the sum of the rows above, and counts",
      left("A7"),
    ]);
  });
});

test("a total with a remark in the column of the status is a total", () => {
  const rows = (total: number): CellText[][] => [
    ["Scheme", "Saving £k", "Status"],
    ["A", 10, "In progress"],
    ["B", 15, "In progress"],
    ["Total savings identified to date", total, "2 schemes"],
  ];
  expect(leversOf(readAlone(rows(25))).map(({ name }) => name)).toEqual(["A", "B"]);
  expect(leversOf(readAlone(rows(40)))).toHaveLength(3);
});

test("a row that a total counts is no sum of rows beyond that total", () => {
  const reading = readAlone([
    ["Scheme", "Saving £k", "FYE £k"],
    ["A", 10, 11],
    ["B", 20, 22],
    ["Total surgery", 30, 33],
    ["C", 15, 16],
    ["D", 5, 6],
    ["Total medicine", 20, 22],
  ]);
  expect(leversOf(reading).map(({ name }) => name)).toEqual(["A", "B", "C", "D"]);
});
