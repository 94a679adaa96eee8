import type { Finding } from "../../finding";
import type { Lever } from "../../plan";
import type { MappedColumn } from "../tableColumn";
import type { OpenTable } from "../openTable";
import type { ReadOptions } from "../planReading";
import type { PlanUnits } from "../units/planUnits";
import type { RegisterSigns } from "./registerSigns";
import type { Timeline } from "../years/timeline";
import type { YearConvention } from "../cells/times/years";

/** What the rows of a register are read against. */
export interface RegisterContext {
  /** Names of the Spending table; null where there is none. */
  categoryNames: string[] | null;
  timeline: Timeline;
  convention: YearConvention;
  units: PlanUnits;
  options: ReadOptions;
  findings: Finding[];
  /** Whether the rows of the registers repeat their levers: "years" where Start says of which year each is. */
  repeated: "years" | "yes" | "no";
}

/** A register that is being read: its table, and by what its amounts are multiplied where savings stand as negatives. */
export interface RegisterTable extends OpenTable, RegisterSigns {
  /** Of rows that leave the cell blank, as it is filled in the first row of each group alone. */
  groupAbove: ReadonlyMap<number, string>;
  organisationAbove: ReadonlyMap<number, string>;
}

/** A lever with the cells that hold what it saves and what it is called. */
export interface ReadLever {
  lever: Lever;
  effectCell: string;
  nameCell: string;
  /** Of a row in long format: the year that it is of. */
  period?: RowPeriod;
}

/** The year of the plan that a row is of, and what its amount is in it. */
export interface RowPeriod {
  year: number;
  holds: "each" | "new";
}

export function columnsOfMeaning({ columns }: OpenTable, meaning: string): MappedColumn[] {
  return columns.filter((column) => column.meaning === meaning);
}
