import { meaningName } from "../../columns/meanings";
import type { PlanReading } from "../../reading/planReading";
import { tableNames } from "../../tableKinds";
import type { ReadColumn } from "./columnLines";

/** How each column of the tables that count was read, table by table in the order of the sheet. */
export function readColumns({
  registers,
  spending,
  funding,
}: Pick<PlanReading, "registers" | "spending" | "funding">): ReadColumn[] {
  const tables = [spending, funding, ...registers].flatMap((table) => table ?? []);
  return tables.flatMap(({ kind, sheet, columns }) => {
    const table = registers.length > 1 && kind === "levers" ? `${tableNames[kind]} on ${sheet}` : tableNames[kind];
    return columns.map(({ heading, address, meaning, year, sureness, why }): ReadColumn => {
      const isUsed = sureness !== "ignored" && meaning !== "" && meaning !== "ignored";
      const [id = ""] = meaning.split(":");
      return {
        ...{ table, heading, cell: address, year },
        meaning: isUsed ? meaningName(kind, id) : null,
        unsure: sureness === "unsure" ? why : null,
      };
    });
  });
}
