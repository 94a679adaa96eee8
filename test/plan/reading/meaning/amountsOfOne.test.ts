import type { CellText } from "../../support/grid";
import { leversOf, questions, readAlone } from "../../support/register";
import type { ReadOptions } from "../../../../src/plan/reading/planReading";

const band = { merged: [{ row: 0, column: 1, rowCount: 1, columnCount: 3 }] };

/** Three columns under one band: what each lever saves. */
function savings(over: string, headings: string[], options: ReadOptions = {}): number[] {
  return amountsIn(readAlone(under(over, headings), options, band));
}

function under(over: string, headings: string[]): CellText[][] {
  return [
    ["Scheme", over, null, null],
    [null, ...headings],
    ["A", 10, 20, 30],
    ["B", 5, 8, 9],
  ];
}

function amountsIn(reading: Parameters<typeof leversOf>[0]): number[] {
  return leversOf(reading).map(({ effect }) =>
    effect.kind === "byYear" ? (effect.amounts[0] ?? 0) : effect.kind === "amount" ? effect.amount : NaN,
  );
}

test.each<[string, string[], number]>([
  ["2025/26 £k", ["Worst", "Base", "Best"], 1],
  ["Savings £k", ["Base case", "Stretch case", "Best case"], 0],
  ["2025/26 £k", ["Prudent", "Realistic", "Stretch"], 1],
  ["2025/26 £k", ["Low", "Medium", "High"], 1],
  ["2025/26 £k", ["Option A", "Option B", "Option C"], 0],
])("of cases under '%s' one counts, and which is asked: %s", (over, headings, taken) => {
  const rows = under(over, headings).slice(2);
  expect(savings(over, headings)).toEqual(rows.map((row) => row[taken + 1]));
  const [[level, cell, question] = []] = questions(readAlone(under(over, headings), {}, band));
  expect([level, cell, question?.choices.length]).toEqual(["warning", `Register!${"BCD"[taken]}2`, 3]);
  const answers = { [question?.key ?? ""]: `'${over} ${headings[2]}'` };
  expect(savings(over, headings, { answers })).toEqual([30, 9]);
});

test("parts by what has become of them are added up, and asked", () => {
  const parts = ["Delivered", "On track", "At risk"];
  expect(savings("2025/26 £k", parts)).toEqual([60, 22]);
  const [[level, , question] = []] = questions(readAlone(under("2025/26 £k", parts), {}, band));
  expect([level, question?.taken]).toEqual(["warning", "they are added up"]);
  const answers = { "amountsOfOne@Register!B2": "'2025/26 £k On track'" };
  expect(savings("2025/26 £k", parts, { answers })).toEqual([20, 8]);
});

test.each(["2025/26 £k", "Savings £k"])(
  "columns of departments under '%s' stop until the user says that they add up",
  (over) => {
    const parts = ["Adults", "Children", "Place"];
    const [[level, cell, question] = []] = questions(readAlone(under(over, parts), {}, band));
    expect([level, cell, question?.choices[0]]).toEqual(["error", "Register!B2", "they are added up"]);
    const answers = { "amountsOfOne@Register!B2": "they are added up" };
    expect(savings(over, parts, { answers })).toEqual([60, 22]);
  },
);

test("a department called like a column of its own is a part of each year", () => {
  const reading = readAlone([
    ["Scheme", "2025/26 Adults £k", "2025/26 Place £k"],
    ["A", 10, 20],
    ["B", 5, 8],
  ]);
  expect(amountsIn(reading)).toEqual([30, 13]);
});

test("cases of several years: one series is read, and the other is a question", () => {
  const rows: CellText[][] = [
    ["Scheme", "2025/26 £k", null, "2026/27 £k", null],
    [null, "Stretch case", "Base case", "Stretch case", "Base case"],
    ["A", 20, 10, 25, 15],
    ["B", 8, 5, 12, 9],
  ];
  const merged = [1, 3].map((column) => ({ row: 0, column, rowCount: 1, columnCount: 2 }));
  const reading = readAlone(rows, { yearSavings: "each" }, { merged });
  expect(amountsIn(reading)).toEqual([10, 5]);
  expect(questions(reading).map(([, cell]) => cell)).toContain("Register!B2");
});

test("before and after are no parts: their difference may be the saving", () => {
  expect(readAlone(under("2025/26 £k", ["Before", "After", "Posts"]), {}, band).plan).toBeNull();
});
