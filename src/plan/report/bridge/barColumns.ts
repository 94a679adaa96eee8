import { isEnd, type BridgeStep } from "./bridge";
import type { OutputCell, OutputChart } from "../outputTable";

type Part = "saving" | "baselineOnly" | "unidentified" | "cost";

/** What a part of the bridge is called on the sheet, where bars that cross zero are drawn by a column above it and one below. */
const partNames: Record<Part, string> = {
  saving: "Saving",
  baselineOnly: "Baseline only",
  unidentified: "Not identified",
  cost: "Cost",
};
const parts = Object.keys(partNames) as Part[];
const links = ["Link 1", "Link 2", "Link 3"] as const;

/** Headings of the columns that draw a bridge as stacked columns: its bars, what lifts them, their parts, the lines between them. */
export const barHeadings = [
  "Bar",
  "Lift",
  "End",
  ...parts.map((part) => partNames[part]),
  ...parts.flatMap((part) => [above(part), below(part)]),
  "Across zero",
  ...links,
];

function above(part: Part): string {
  return `${partNames[part]} above zero`;
}

function below(part: Part): string {
  return `${partNames[part]} below zero`;
}

/**
 * The rows under `barHeadings`, one a step. Each number that a bar is labelled with stands in one cell of its own: the height of the bar,
 * or, where a bar crosses zero, its amount in the column Across zero. Of three lines each has blanks where another leads on.
 */
export function barRows(steps: readonly BridgeStep[], nameOf = ({ name }: BridgeStep): string => name): OutputCell[][] {
  const rows = steps.map((step) => new Map<string, OutputCell>([["Bar", nameOf(step)], ...barCells(step)]));
  steps.slice(0, -1).forEach(({ after }, index) => {
    const link = links[index % links.length] ?? links[0];
    rows[index]?.set(link, after);
    rows[index + 1]?.set(link, after);
  });
  return rows.map((row) => barHeadings.map((heading) => row.get(heading) ?? null));
}

function barCells(step: BridgeStep): [string, OutputCell][] {
  if (isEnd(step)) return [["End", step.amount]];
  const { kind, from, to, base, amount } = step;
  const part = kind as Part;
  if (from < 0 && to > 0) {
    return [
      [above(part), to],
      [below(part), from],
      ["Across zero", amount],
    ];
  }
  const size = to - from;
  return [
    ["Lift", base === 0 ? null : base],
    [partNames[part], to <= 0 && from < 0 ? -size : size],
  ];
}

/**
 * The series that draw bars. Heights have no sign, so that the labels' formats say it: a part that lowers has the minus of its amount.
 *
 * @param format of the amounts
 * @param isLoweringHelp what helps lowers a gap or a budget; else it raises a total or a position
 */
export function barSeries(format: string, isLoweringHelp: boolean): OutputChart["series"] {
  const [positive = format, negative = `-${positive}`] = format.split(";");
  const signed = (lowers: boolean): string => (lowers ? `${negative};${negative}` : `${positive};${positive}`);
  return [
    { heading: "Lift", role: "none" },
    { heading: "End", role: "end", labels: `${positive};${negative}` },
    ...parts.map((part) => ({
      ...{ heading: partNames[part], role: part },
      labels: signed((part !== "cost") === isLoweringHelp),
    })),
    ...parts.flatMap((part) => [
      { heading: above(part), role: part },
      { heading: below(part), role: part },
    ]),
    // It carries the label of a bar that crosses zero, beyond that bar's end.
    { heading: "Across zero", role: "none", labels: `${positive};${negative}` },
    ...links.map((heading) => ({ heading, role: "link" as const })),
  ];
}
