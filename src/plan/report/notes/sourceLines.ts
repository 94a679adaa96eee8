import type { Plan } from "../../plan";
import type { NoteLine } from "./noteLine";

/** Where each table stood, only of those that the workbook has; several registers have a line each. */
export function sourceLines({ sources, target, position, priceIndex }: Plan): NoteLine[] {
  const tables: [string, string | null][] = [
    ["Spending", sources.spending],
    ["Funding", sources.funding],
    ["Target", sources.target],
    ["Position", position?.source ?? null],
    ["Prices", priceIndex?.source ?? null],
    ...sources.levers.map((address): [string, string] => ["Levers", address]),
  ];
  const read = tables.flatMap(([name, address]): NoteLine[] =>
    address ? [{ about: "Sources", note: `${name} read from`, cell: address }] : [],
  );
  return target && !sources.target
    ? [...read, { about: "Sources", note: "Target given for the run, not read from the workbook" }]
    : read;
}
