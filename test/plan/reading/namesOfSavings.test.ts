import { readTables } from "../../../src/plan/reading/readTables";
import { grid } from "../support/grid";
import { effects, lines, readAlone } from "../support/register";

describe("the column that names the levers", () => {
  test("may be headed by the title of the savings, below another block", () => {
    const reading = readAlone(
      [
        ["MTFS summary £m", "2025/26", "2026/27"],
        ["Net expenditure", 130, 136],
        ["Total funding", -127, -127.5],
        ["Budget gap", 3, 8.5],
        [],
        ["Savings proposals £m", "2025/26", "2026/27"],
        ["Reablement", 1, 1],
        ["Fostering", 0.5, 0.5],
        ["Total savings", 1.5, 1.5],
      ],
      { yearSavings: "each" },
    );
    expect(effects(reading)).toMatchObject({ Reablement: { amounts: [1, 1] }, Fostering: { amounts: [0.5, 0.5] } });
    expect(lines(reading)).toContain(
      "warning Register!A6: 'Savings proposals £m' was read as Lever, since it stands first and holds names; correct it if it is something else",
    );
  });

  test("is the only one of names under a title of savings, and the pressures above are no levers", () => {
    const block = (title: string, rows: [string, string, number][]) => [
      [title],
      ["Ref", "Item", "2025/26"],
      ...rows,
      [null, "Total", rows.reduce((sum, [, , amount]) => sum + amount, 0)],
      [],
    ];
    const reading = readAlone([
      ...block("Budget pressures £000", [
        ["P1", "Pay", 900],
        ["P2", "Demography", 400],
      ]),
      ...block("Savings proposals £000", [
        ["S1", "Merge", 200],
        ["S2", "Depot", 120],
      ]),
    ]);
    expect(effects(reading)).toMatchObject({ Merge: { amounts: [200] }, Depot: { amounts: [120] } });
    expect(Object.keys(effects(reading))).toEqual(["Merge", "Depot"]);
    expect(reading.plan?.categories).toBeNull();
  });
});

describe("tables that are something else", () => {
  test("pressures in money are no spending", () => {
    const { plan } = readTables([
      grid("Savings", [
        ["Ref", "Scheme", "25/26 £k"],
        ["S1", "Merge", 200],
        ["S2", "Depot", 120],
      ]),
      grid("Pressures", [
        ["Ref", "Item", "Pressure 25/26 £k"],
        ["P1", "Pay", 500],
      ]),
    ]);
    expect(plan).toMatchObject({ categories: null, levers: [{ name: "Merge" }, { name: "Depot" }] });
  });

  test("schemes side by side are said to be so, and nothing else", () => {
    const reading = readAlone([
      ["£k 2025/26"],
      ["Scheme", "Agency", "Beds", "Energy", "Procurement"],
      ["Lead", "Ann", "Bob", "Cy", "Di"],
      ["RAG", "Green", "Amber", "Red", "Green"],
      ["Plan", 100, 200, 50, 150],
      ["Forecast", 90, 150, 20, 160],
    ]);
    expect(lines(reading)).toEqual([
      "error Register!A2: the schemes seem to stand side by side, with what is said of them in rows; a row for each scheme is needed, as Excel makes by copying and pasting with Transpose",
    ]);
  });
});

test("schemes that are called like headings run down still", () => {
  const reading = readAlone([
    ["Scheme", "Saving £k", "RAG"],
    ["Theatres", 400, "G"],
    ["Beds", 250, "A"],
    ["Agency", 150, "G"],
    ["Total", 800],
  ]);
  expect(reading.plan?.levers.map(({ name }) => name)).toEqual(["Theatres", "Beds", "Agency"]);
});
