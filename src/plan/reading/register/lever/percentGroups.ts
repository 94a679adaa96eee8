import type { MappedColumn } from "../../tableColumn";
import { columnsOfMeaning, type RegisterTable } from "../registerContext";

/** Columns of percents in a register: those that one person fills in one way, and from which size a number is no fraction. */
export function percentGroups(table: RegisterTable): { columns: MappedColumn[]; beyond: number }[] {
  const of = (...meanings: string[]): MappedColumn[] => meanings.flatMap((meaning) => columnsOfMeaning(table, meaning));
  return [
    { columns: of("savingShare"), beyond: 1 },
    { columns: of("yearlyEfficiency"), beyond: 1 },
    { columns: of("low", "likely", "high"), beyond: 2 },
    { columns: of("costReleased"), beyond: 1.01 },
    { columns: of("ceiling"), beyond: 1.01 },
    { columns: of("share"), beyond: 2 },
  ];
}
