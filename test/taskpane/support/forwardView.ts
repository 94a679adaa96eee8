import type { Cell } from "../../../src/cells/cell";
import type { SheetGrid } from "../../../src/plan/reading/sheetGrid";
import { plainSheet } from "../../plan/support/grid";

/** The published plan in three tidy tables: base 113, 4% a year for six years, £8bn of funding, the £22bn split in amounts that add. */
export function forwardView(): SheetGrid[] {
  const years = ["2015/16", "2016/17", "2017/18", "2018/19", "2019/20", "2020/21"];
  const spending: Cell[][] = [
    ["Category", "Base 2014/15, £bn", ...years],
    ["NHS", 113, 0.04, 0.04, 0.04, 0.04, 0.04, 0.04],
  ];
  const funding: Cell[][] = [
    ["Funding, £bn", "Base", ...years],
    ["Budget", 113, 114, 115, 116, 118, 120, 121],
  ];
  const levers: Cell[][] = [
    ["Lever", "Group", "Saving, £bn", "Type", "Status"],
    ["Provider productivity", "Provider", 8.6, "Cash-releasing", "In progress"],
    ["Pay restraint", "National action", 6.7, "Baseline assumption", "Fully developed"],
    ["CCG running costs", "Commissioner", 1, "Cash-releasing", "In progress"],
    ["RightCare", "Demand", 5.7, "Cost avoidance", "Unidentified"],
  ];
  return [gridOf("Spend", spending), gridOf("Funding", funding), gridOf("Register", levers)];
}

/** Cells from A1 on; growth shows as a percentage. */
function gridOf(sheet: string, values: Cell[][]): SheetGrid {
  const numberFormats = values.map((row) =>
    row.map((cell) => (typeof cell === "number" && Math.abs(cell) < 1 ? "0.0%" : "General")),
  );
  return { sheet, row: 0, column: 0, values, numberFormats, ...plainSheet };
}
