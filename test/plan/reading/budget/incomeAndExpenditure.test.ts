import { readTables } from "../../../../src/plan/reading/readTables";
import { grid, type CellText } from "../../support/grid";
import { lines } from "../../support/register";

const register: CellText[][] = [
  ["Scheme", "Applies to", "Saving £k"],
  ["Agency", "Pay", 9],
  ["Biosimilars", "Drugs", 2],
];

const read = (account: CellText[][]) => readTables([grid("Account", account), grid("CIP", register)]);

const account = (sign: 1 | -1, headings: boolean): CellText[][] => [
  ["Statement of comprehensive income £k", "2024/25 FOT", "2025/26 Plan", "2026/27 Plan"],
  ...(headings ? [["Income"]] : []),
  ["Patient care", 500, 515, 525],
  ["Education and training", 50, 51, 52],
  ["Total income", 550, 566, 577],
  ...(headings ? [["Expenditure"]] : []),
  ["Pay", 350 * sign, 365 * sign, 375 * sign],
  ["Drugs", 210 * sign, 216 * sign, 222 * sign],
  ["Total expenditure", 560 * sign, 581 * sign, 597 * sign],
  ["Surplus/(deficit)", -10, -15, -20],
];

describe("an income and expenditure plan", () => {
  test.each([
    ["with costs in brackets", account(-1, true)],
    ["with positive costs", account(1, true)],
    ["with totals and no headings", account(-1, false)],
    ["with totals, no headings and positive costs", account(1, false)],
  ])("%s is spending with its income as the funding", (_, rows) => {
    const { plan, findings } = read(rows);
    expect(findings.filter(({ level }) => level === "error")).toEqual([]);
    expect(plan?.categories).toEqual([
      { name: "Pay", base: 350, spend: [365, 375] },
      { name: "Drugs", base: 210, spend: [216, 222] },
    ]);
    expect(plan?.funding).toEqual({ base: 550, byYear: [566, 577] });
  });

  test("says that the costs were turned", () => {
    expect(lines(read(account(-1, true)))).toContain(
      "warning Account!B7: the costs are negative, as where income is positive beside them, and were turned",
    );
  });

  test("never gives funding below nothing", () => {
    const rows: CellText[][] = [
      ["Funding", "2025/26 £k", "2026/27 £k"],
      ["Grant", 100, 100],
      ["Staff", -150, -150],
    ];
    expect(lines(readTables([grid("Funding", rows), grid("CIP", register)]))).toContain(
      "error Funding!B2: the rows of funding come to less than 0, since some are negative as costs are; a range with the funding alone is needed",
    );
  });

  test("has its funding turned where that stands as negatives beside positive spending", () => {
    const { plan } = readTables([
      grid("Budget", [
        ["Category", "2025/26 £k", "2026/27 £k"],
        ["Pay", 100, 110],
        ["Drugs", 50, 55],
      ]),
      grid("Funding", [
        ["Funding", "2025/26 £k", "2026/27 £k"],
        ["Council tax", -90, -92],
        ["Grants", -20, -20],
      ]),
      grid("CIP", register),
    ]);
    expect(plan?.funding?.byYear).toEqual([110, 112]);
  });
});
