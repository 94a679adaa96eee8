import type { bookOf } from "../test/workbook/support/planBook";

/** The cells of a sheet, from A1. */
export type Rows = Parameters<typeof bookOf>[0][string];

export const spendAndFunding: Record<string, Rows> = {
  Spending: [
    ["Category", "Base 2024/25", "2025/26", "2026/27"],
    ["Acute", 10_000, 0.05, 0.05],
    ["Community", 5000, 0.02, 0.02],
  ],
  Funding: [
    ["Funding", "Base 2024/25", "2025/26", "2026/27"],
    ["Allocation", 15_000, 15_100, 15_200],
  ],
};

/** A register of so many levers, with what a tracker has beside them. */
export function register(count: number): Rows {
  return [
    [
      "Reference",
      "Lever",
      "Group",
      "Applies to",
      "Saving",
      "Start",
      "Recurrent",
      "Status",
      "Low",
      "Likely",
      "High",
      "Lead",
    ],
    ...rows(count, (row) => [
      ...[`S${row}`, `Scheme ${row}`, `Theme ${row % 9}`, row % 2 === 0 ? "Acute" : "Community", 0.3, "2025/26", "Yes"],
      ...["Fully developed", 0.5, 0.9, 1.1, `Owner ${row % 31}`],
    ]),
  ];
}

const tenYears = Array.from({ length: 10 }, (_, at) => `${2025 + at}/${26 + at}`);

/** 100 levers that overlap on ten categories, each on one to four of them, over ten years, with growth, funding and ramps. */
export const tenYearPlan: Record<string, Rows> = {
  Spending: [
    ["Category", "Base 2024/25", ...tenYears],
    ...rows(10, (row) => [`Category ${row}`, 100 + 10 * row, ...tenYears.map((_, at) => 0.02 + (row + at) / 1000)]),
  ],
  Funding: [
    ["Funding", "Base 2024/25", ...tenYears],
    ["Allocation", 1450, ...tenYears.map((_, at) => 1460 + 12 * at)],
  ],
  Levers: [
    ["Lever", "Group", "Applies to", "Saving %", "Start", "Recurrent", "Status", "Low", "Likely", "High"],
    ...rows(100, (row) => [
      ...[`Scheme ${row}`, `Theme ${row % 9}`, categoriesOf(row), 0.002 + (row % 13) / 1000, tenYears[row % 5] ?? ""],
      ...[row % 7 === 0 ? "No" : "Yes", row % 3 === 0 ? "In progress" : "Fully developed", 0.5, 0.9, 1.1],
    ]),
  ],
};

const twentyYears = Array.from({ length: 20 }, (_, at) => `${2025 + at}/${26 + at} saving in the year, £k`);

/** 2,000 levers with figures of twenty years, ranges, and what an auditor asks for. */
export const twentyYearRegister: Rows = [
  ["Ref", "Scheme", "Division", ...twentyYears, "Low", "High", "Exec lead", "QIA"],
  ...rows(2000, (row) => [
    ...[`R${row}`, `Scheme ${row} of the register`, `Division ${row % 12}`],
    ...twentyYears.map((_, at) => 10 + ((row * 7 + at) % 90)),
    ...[0.5, 1.1, `Owner ${row % 31}`, row % 3 === 0 ? "" : "Signed 12/06"],
  ]),
];

function categoriesOf(row: number): string {
  const count = 1 + (row % 4);
  return Array.from({ length: count }, (_, at) => `Category ${(row + 3 * at) % 10}`).join("; ");
}

export function rows(count: number, row: (index: number) => Rows[number]): Rows {
  return Array.from({ length: count }, (_, index) => row(index));
}
