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

export function rows(count: number, row: (index: number) => Rows[number]): Rows {
  return Array.from({ length: count }, (_, index) => row(index));
}
