import type { Cell } from "../cells/cell";
import type { SheetGrid } from "../plan/reading/sheetGrid";
import type { GivenTo, Job } from "./jobs";

/**
 * What the worker does a job with before anybody asks, while the page still waits for Excel: code that has run once runs two to three
 * times as fast. A small tracker, with the columns that most have.
 */
export const rehearsals: { [Name in Job]?: GivenTo<Name> } = {
  readTables: [
    [
      sheet("Spending", [
        ["Category", "Base 2024/25", "2025/26", "2026/27"],
        ["Acute", 100, 0.05, 0.05],
        ["Community", 50, 0.02, 0.02],
        ["Total", 150, null, null],
      ]),
      sheet("Funding", [
        ["Funding", "Base 2024/25", "2025/26", "2026/27"],
        ["Allocation", 150, 151, 152],
      ]),
      sheet("Register", [
        ["Savings register, £k"],
        ["Ref", "Scheme", "Owner", "Applies to", "Saving", "Start", "Status", "RAG", "R/NR"],
        ["S1", "Theatres", "A. Owner", "Acute", 20, "2025/26", "In progress", "G", "R"],
        ["S2", "Agency", "B. Owner", "Acute", 10, "2026/27", "Opportunity", "A", "NR"],
        ["S3", "Energy", "B. Owner", "Community", 5, "2025/26", "Fully developed", "R", "R"],
        ["Total", null, null, null, 35],
      ]),
    ],
  ],
};

function sheet(name: string, values: Cell[][]): SheetGrid {
  return {
    ...{ sheet: name, row: 0, column: 0, values, numberFormats: values.map((line) => line.map(() => "General")) },
    ...{ tables: [], hiddenRows: [], hiddenColumns: [], isHidden: false, merged: [], formulas: new Map() },
    ...{ filter: null, date1904: false },
  };
}
