import { quotedSheet, splitAddress } from "../../../cells/address";
import type { Assurance } from "../../assurance/assurance";
import type { Breakdown } from "../../breakdown";
import type { Plan } from "../../plan";
import { amountFormat, noteFormat, unitLine } from "../numberFormats";
import type { OutputCell, OutputTable, RunNotes } from "../outputTable";
import { tableIdentity } from "../tableIdentity";
import { assumptionLines } from "./assumptionLines";
import { versionLines } from "./versionLines";
import { whatWouldHelp } from "./whatWouldHelp";

/**
 * How much is documented and which cells would raise that; assumptions, known limitations, and who signs, with room for owner, date and opinion: the
 * headings of the AQuA Book's logs.
 */
export function logTable(
  breakdown: Breakdown,
  plan: Plan,
  assurance: Assurance,
  { scenario: asked, time, addInVersion, before }: RunNotes,
): OutputTable {
  const { scenario, years, unit } = breakdown;
  const lastYear = years.at(-1) ?? "";
  const format = amountFormat(breakdown);
  const { fully, partly, not } = assurance;
  const ofUnit = unit === "" ? "" : `, ${unit}`;
  const lines: Line[] = [
    { part: "Documented", item: `Fully, of the savings of ${lastYear}${ofUnit}`, figure: fully },
    { part: "Documented", item: `Partly${ofUnit}`, figure: partly },
    { part: "Documented", item: `Not${ofUnit}`, figure: not },
    { part: "Documented", item: `Total${ofUnit}`, figure: fully + partly + not, isTotal: true },
    ...helpLines(assurance, ofUnit),
    { part: "Auditor's opinion", item: "Overall" },
    ...assumptionLines(breakdown, plan, asked).map(({ note, figure, format: kind, from }): Line => ({
      part: "Assumptions",
      item: note,
      ...(figure !== null && figure !== undefined && { figure }),
      format: noteFormat(kind, breakdown),
      cell: from,
    })),
    ...limitations(breakdown).map((item): Line => ({ part: "Known limitations", item })),
    { part: "Version", item: "This run", cell: `${time}, add-in ${addInVersion}` },
    ...(versionLines(breakdown, before) ?? []).map(({ item, figure, what }): Line => ({
      part: "Since the last written run",
      item: figure === undefined ? item : `${item}${ofUnit}`,
      ...(figure !== undefined && { figure }),
      cell: what,
    })),
    ...["Prepared by", "Reviewed by", "Approved by"].map((item): Line => ({ part: "Sign-off", item })),
  ];
  return {
    ...tableIdentity("assuranceLog", scenario),
    title: `Assurance log, ${scenario}`,
    noteLines: [
      `${unitLine(breakdown)}. The columns after these four are yours: what you write there stays beside its row.`,
    ],
    header: ["Part", "Item", "Figure", "What, or where"],
    rows: lines.map(({ part, item, figure = null, cell = "" }): OutputCell[] => [part, item, figure, cell]),
    numberFormats: lines.map((line) => ["@", "@", line.format ?? format, "@"]),
    keyColumns: 2,
    totalRows: lines.flatMap(({ isTotal }, at) => (isTotal ? [at] : [])),
    emptyColumns: ["Owner", "Date", "Sensitivity", "Opinion or note"],
  };
}

interface Line {
  part: string;
  item: string;
  figure?: number;
  format?: string;
  cell?: OutputCell;
  isTotal?: boolean;
}

function helpLines(assurance: Assurance, ofUnit: string): Line[] {
  const part = "What would help";
  const { cells, fullyThen, missingColumns } = whatWouldHelp(assurance);
  return [
    ...(cells.length === 0
      ? []
      : [
          { part, item: "Cells to fill in the register", figure: cells.length, format: "#,##0" },
          { part, item: `Documented fully once they are${ofUnit}`, figure: fullyThen },
        ]),
    ...cells.map(({ lever, claim, cell }): Line => ({ part, item: `${lever}: ${claim}`, cell: linkTo(cell) })),
    ...missingColumns.map((heading): Line => ({ part, item: `No column of the register says: ${heading}` })),
  ];
}

function linkTo(address: string): OutputCell {
  const { sheet } = splitAddress(address);
  const cell = address.slice(address.lastIndexOf("!") + 1);
  const target = `#${quotedSheet(sheet ?? "")}!${cell}`.replaceAll('"', '""');
  return { formula: `=HYPERLINK("${target}","${address.replaceAll('"', '""')}")` };
}

/** What whoever relies on the figures has to know of them. */
function limitations({ checks, findings, summary, years }: Breakdown): string[] {
  const lastYear = years.at(-1) ?? "";
  return [
    checks.overlapShare === null ? "Overlap was not tested: schemes were taken as separate" : "",
    checks.rangeShare < enoughRanges
      ? "The chance of meeting the gap is not assessed: too few savings have a low and a high"
      : "",
    (summary.unidentified.at(-1) ?? 0) > 0 ? `Some savings of ${lastYear} are not identified (see Notes)` : "",
    checks.presentValueNote.startsWith("no present value")
      ? "Nothing is discounted: the plan is not in real terms"
      : "",
    findings.some(({ question }) => question)
      ? "Questions that the workbook leaves open were not answered (see Notes)"
      : "",
  ].filter((line) => line !== "");
}

/** As the simulation asks for, before it says anything of the chance. */
const enoughRanges = 0.75;
