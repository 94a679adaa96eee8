import type { Corrections } from "../../../../src/plan/reading/planReading";
import type { CellText } from "../../support/grid";
import { leversOf, lines, questions, readAlone } from "../../support/register";

const names = (reading: Parameters<typeof leversOf>[0]) => leversOf(reading).map(({ name }) => name);
const corrected = (rows: CellText[][], corrections: Corrections) => readAlone(rows, { corrections });

describe("rows", () => {
  const rows: CellText[][] = [
    ["Ref", "Scheme", "Saving £k", "RAG", "Status"],
    ["A1", "Agency", 100, "G", "In delivery"],
    ["A2", "Beds", 50, "A", "Rejected"],
    ["", "Savings target", 400, "", ""],
    ["", "Workforce", "", "", ""],
    ["A3", "Theatres", 30, "R", "Idea"],
    ["", "of which list size", 10, "", ""],
    ["", "Total", 180, "", ""],
    ["", "Average", 60, "", ""],
    ["", "Figures are provisional and will change", "", "", ""],
  ];

  test("a row of data is left out by its user, in the end, with the reason", () => {
    const reading = corrected(rows, { rows: { "Register!A2": "left out", "Register!C6": "left out" } });
    expect(names(reading)).toEqual([]);
    expect(reading.levers?.rowCount).toBe(1);
    expect(reading.levers?.leftOut).toEqual(
      expect.arrayContaining([
        { cell: "Register!B2", why: "left out by you" },
        { cell: "Register!B6", why: "left out by you" },
      ]),
    );
  });

  test.each([
    ["a target", "B4", "Savings target"],
    ["a part of the row above", "B7", "of which list size"],
    ["a total", "B8", "Total"],
    ["a statistic", "B9", "Average"],
    ["a lever that was rejected", "A3", "Beds"],
  ])("%s counts where its user says so, and nothing else is said of it", (_, cell, name) => {
    const before = corrected(rows, {});
    expect(names(before)).toEqual(["Agency", "Theatres"]);
    const reading = corrected(rows, { rows: { [`Register!${cell}`]: "counts" } });
    expect(new Set(names(reading))).toEqual(new Set(["Agency", "Theatres", name]));
    expect([
      ...(reading.levers?.totals ?? []),
      ...(reading.levers?.leftOut.map((row) => row.cell) ?? []),
    ]).not.toContain(`Register!B${cell.slice(1)}`);
    expect(
      reading.findings.filter((one) => one.cell.endsWith(cell.slice(1)) && /left out|does not count/.test(one.message)),
    ).toEqual([]);
  });

  test("a heading that counts heads nothing", () => {
    const reading = corrected(rows, { rows: { "Register!B5": "counts" } });
    expect(reading.levers?.rowCount).toBe(4);
    expect(reading.levers?.sections).toEqual([]);
    expect(corrected(rows, {}).levers?.sections).toEqual(["Register!B5"]);
    expect(leversOf(reading).find(({ name }) => name === "Theatres")?.group).toBe("");
  });

  test("a row of no table, or one that holds nothing, is said", () => {
    const told = lines(
      corrected([["Scheme", "Saving £k"], ["A", 1], [], ["B", 2]], {
        rows: { "Register!A1": "left out", "Register!A3": "counts", "Budget!A9": "counts" },
      }),
    );
    expect(told).toEqual([
      "warning Register!A1: you left this row out, but no table that was read has a row here",
      "warning Register!A3: you said that this row counts, but it holds nothing",
      "warning Budget!A9: you said that this row counts, but no table that was read has a row here",
    ]);
  });
});

describe("words", () => {
  const rows: CellText[][] = [
    ["Scheme", "Saving £k", "RAG", "Recurrent", "Cash effect", "Status"],
    ["A", 10, "At risk", "Rx", "Real", "Sorted"],
    ["B", 25, "At risk", "R", "Paper", "Sorted"],
    ["C", 30, "Green", "R", "Real", "Idea"],
  ];
  const words: Corrections["words"] = {
    "Register!C1": { "at risk": "Red" },
    "Register!D1": { Rx: "Non-recurrent" },
    "Register!E1": { Real: "cash-releasing", Paper: "Non-cash-releasing" },
    "Register!F1": { Sorted: "Delivered" },
  };

  test("of the user's own mean what they were said to mean", () => {
    const reading = corrected(rows, { words });
    expect(lines(reading)).toEqual([]);
    expect(
      leversOf(reading).map(({ rag, recurrent, cashEffect, status }) => [rag, recurrent, cashEffect, status]),
    ).toEqual([
      ["Red", false, "Cash-releasing", "Delivered"],
      ["Red", true, "Non-cash-releasing", "Delivered"],
      ["Green", true, "Cash-releasing", "Opportunity"],
    ]);
  });

  test("are listed with what they mean, each as often as it stands there", () => {
    const [, , rag, recurrent] = corrected(rows, {}).levers?.columns ?? [];
    expect(rag?.words).toEqual([
      { word: "At risk", count: 2, means: null },
      { word: "Green", count: 1, means: "Green" },
    ]);
    expect(recurrent?.words?.map(({ means }) => means)).toEqual(["Recurrent", null]);
    const after = corrected(rows, { words }).levers?.columns ?? [];
    expect(after[2]?.words?.[0]).toEqual({ word: "At risk", count: 2, means: "Red" });
    expect(after[1]?.words).toBeUndefined();
  });

  test("that can mean no such thing, or stand in no such column, are said", () => {
    const told = lines(
      corrected(rows, {
        words: {
          "Register!C1": { "At risk": "Cash-releasing" },
          "Register!B1": { 10: "Red" },
          "Register!Z1": { x: "Red" },
        },
      }),
    );
    expect(told).toEqual(
      expect.arrayContaining([
        expect.stringMatching(
          /^warning Register!C1: 'At risk' cannot mean 'Cash-releasing' in a column of RAG; one of Green/,
        ),
        "warning Register!B1: 'Saving £k' was read as Saving, which holds no choice, so your reading of '10' has no effect",
        "warning Register!Z1: your reading of 'x' as 'Red' has no effect: no table that was read has a heading here",
      ]),
    );
  });
});

describe("headings", () => {
  const rows: CellText[][] = [
    ["Scheme", "Alpha", "Beta", "Saving £k"],
    ["A", 1, 10, 100],
    ["B", 2, 20, 200],
  ];
  const saved = (reading: Parameters<typeof leversOf>[0]) => leversOf(reading).map(({ effect }) => effect);

  test("a meaning of the user's is no other column's", () => {
    const reading = corrected(rows, { headings: { "Register!B1": "saving" } });
    expect(saved(reading)).toMatchObject([{ amount: 1 }, { amount: 2 }]);
    expect(reading.levers?.columns[3]?.meaning).toBe("ignored");
  });

  test("any column of numbers is any year's, any month's, or the full-year effect", () => {
    const years = corrected(rows, {
      headings: { "Register!B1": "amount:2025/26", "Register!C1": "amount:2026/27", "Register!D1": "ignored" },
    });
    expect(years.plan?.years ?? years.years).toBeDefined();
    expect(years.levers?.columns.map(({ meaning }) => meaning).slice(1)).toEqual([
      "amount:2025/26",
      "amount:2026/27",
      "ignored",
    ]);
    const months = corrected(rows, {
      headings: { "Register!B1": "month:Apr 2025", "Register!C1": "month:May 2025", "Register!D1": "fullYearEffect" },
    });
    expect(lines(months)).toEqual([]);
    expect(saved(months)).toMatchObject([
      { amounts: [11], fullYear: 100 },
      { amounts: [22], fullYear: 200 },
    ]);
  });

  test("a meaning that is none, a year that is none and a heading that is none are said", () => {
    const told = lines(
      corrected(rows, {
        headings: {
          "Register!B1": "amount:soon",
          "Register!C1": "happiness",
          "Register!D1": "growth:2025/26",
          "Register!Q7": "saving",
        },
      }),
    );
    expect(told).toEqual(
      expect.arrayContaining([
        "warning Register!B1: 'Alpha' cannot be 'amount:soon'; it names no year, so its own reading was kept",
        "warning Register!C1: 'Beta' cannot be 'happiness'; a meaning of such a table is needed, so its own reading was kept",
        "warning Register!D1: 'Saving £k' cannot be 'growth:2025/26'; a meaning of such a table is needed, so its own reading was kept",
        "warning Register!Q7: your meaning 'saving' has no effect: no table that was read has a heading here",
      ]),
    );
  });

  test("of two columns that are to mean one thing the second is said to be unread", () => {
    const told = lines(corrected(rows, { headings: { "Register!B1": "saving", "Register!C1": "saving" } }));
    expect(told).toContain(
      "warning Register!C1: 'Beta' is not read: 'Alpha' is Saving too, and one column is read for each",
    );
  });
});

test("a column ticked for the Breakdown that no register has any more is said; one that has it is not", () => {
  const rows: CellText[][] = [
    ["Scheme", "2025/26 saving £k", "Ward"],
    ["A", 1, "East"],
    ["B", 2, "West"],
  ];
  const told = lines(corrected(rows, { carried: { "Register!C1": true, "Register!H9": true } }));
  expect(told.filter((line) => line.includes("beside"))).toEqual([
    "warning Register!H9: this column is to stand beside the levers, but no register that was read has a heading here",
  ]);
});

test("a target of the user's goes behind that of the command line and before the sheet's own", () => {
  const rows: CellText[][] = [
    ["Scheme", "2025/26", "2026/27"],
    ["A", 1, 10],
    ["B", 2, 20],
  ];
  const corrections: Corrections = { target: 70 };
  expect(readAlone(rows, { corrections, yearSavings: "each" }).target).toEqual({ cell: "", byYear: [null, 70] });
  expect(readAlone(rows, { corrections, target: 9, yearSavings: "each" }).target?.byYear).toEqual([null, 9]);
  expect(questions(readAlone(rows, { corrections, yearSavings: "each" }))).toEqual([]);
});

test("a register that the user selected holds the selected rows and columns, and nothing else", () => {
  const rows: CellText[][] = [
    ["Scheme", "Saving £k", "RAG"],
    ["A", 1, "G"],
    ["B", 2, "G"],
    ["Total", 3, ""],
    ["C", 4, "G"],
    ["D", 5, "G"],
  ];
  const reading = corrected(rows, { tables: { levers: "Register!A1:B5" } });
  expect(names(reading)).toEqual(["A", "B", "C"]);
  expect(reading.levers?.address).toBe("Register!A1:B5");
  expect(reading.levers?.columns).toHaveLength(2);
});

test("a year that stretches the plan is said; the next year is not", () => {
  const rows: CellText[][] = [
    ["Scheme", "2025/26", "2026/27", "Later"],
    ["Agency", 100, 110, 120],
    ["Beds", 50, 60, 65],
  ];
  const said = (year: string): string[] =>
    lines(readAlone(rows, { yearSavings: "each", corrections: { headings: { "Register!D1": `year:${year}` } } }));
  expect(said("2030/31")).toEqual([
    "warning Register!D1: 'Later' is of a year with 3 years between it and the others; the plan's years stretch to it",
  ]);
  expect(said("2027/28")).toEqual([]);
});
