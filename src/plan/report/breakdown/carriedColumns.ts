import { sameName } from "../../../cells/names";
import type { Plan } from "../../plan";
import { besideLever, type BesideLever } from "../../reading/besideLevers";
import type { TableReading } from "../../reading/planReading";
import type { SheetGrid } from "../../reading/sheetGrid";
import { asHeading } from "../words/asHeading";

/** A column of the user's that stands beside the levers in the Breakdown. */
export interface CarriedColumn {
  heading: string;
  /** In the plan's order of levers. */
  cells: CarriedCell[];
}

type CarriedCell = Pick<BesideLever, "value" | "format">;

const nothing: CarriedCell = { value: "", format: "@" };

/**
 * What stands beside each lever in the columns with these headings ("Register!D6"). The same heading in several registers is one column; a heading that
 * no register has is left out.
 */
export function carriedColumns(
  headings: readonly string[],
  registers: readonly TableReading[],
  grids: readonly SheetGrid[],
  plan: Pick<Plan, "levers">,
): CarriedColumn[] {
  const columns = registers.flatMap(({ sheet, columns: all }) =>
    all
      .filter(({ address }) => headings.includes(address))
      .map(({ heading, address }) => ({ sheet, heading, address })),
  );
  const names = columns.map(({ heading, address }) => heading || address);
  const taken: string[] = [];
  return columns.flatMap(({ heading, address }, index): CarriedColumn[] => {
    const name = heading || address;
    if (names.findIndex((one) => sameName(one, name)) < index) return [];
    const alike = columns.filter((_, at) => sameName(names[at] ?? "", name));
    return [
      {
        heading: ownHeading(name, taken),
        cells: plan.levers.map(
          ({ address: row }) =>
            besideLever(
              row,
              alike.map((one) => one.address),
              grids,
            ) ?? nothing,
        ),
      },
    ];
  });
}

/** Short enough for a table's heading, and no other's. */
function ownHeading(name: string, taken: string[]): string {
  let heading = asHeading(name);
  for (let number = 2; taken.some((other) => sameName(other, heading)); number++)
    heading = `${asHeading(name)} (${number})`;
  taken.push(heading);
  return heading;
}
