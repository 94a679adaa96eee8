import { splitAddress } from "../../../cells/address";
import type { Assurance, Claim } from "../../assurance/assurance";
import { claims } from "../../assurance/claims";
import type { Breakdown } from "../../breakdown";
import { amountFormat, unitLine } from "../numberFormats";
import type { OutputCell, OutputTable } from "../outputTable";
import { tableIdentity } from "../tableIdentity";

/** Claim by claim what the register shows of each lever, with the cell that says so, and room for the auditor. */
export function assuranceTable(breakdown: Breakdown, { levers }: Assurance): OutputTable {
  const { scenario, years } = breakdown;
  const lastYear = years.at(-1) ?? "";
  const format = amountFormat(breakdown);
  const has = {
    reference: levers.some(({ reference }) => reference !== ""),
    lead: levers.some(({ lead }) => lead !== ""),
  };
  const sheet = onlySheet(levers);
  const said = claims.filter(({ id }) => levers.some((lever) => lever.claims[id].said !== "Not stated"));
  const unsaid = claims.filter((claim) => !said.includes(claim)).map(({ heading }) => heading.toLowerCase());
  const header = [
    "Lever",
    ...(has.reference ? ["Reference"] : []),
    ...(has.lead ? ["Lead"] : []),
    `Saving ${lastYear}`,
    "Documented",
    ...said.map(({ heading }) => heading),
  ];
  return {
    ...tableIdentity("assurance", scenario),
    title: `What the register shows of each saving, ${scenario}`,
    noteLines: [
      `${unitLine(breakdown)}. Yes: with what says so and its cell. Asserted: a bare yes. –: not stated.${sheet === null ? "" : ` Cells are of the sheet ${sheet}.`}`,
      `Documented fully: ${countedNames()} are Yes or Not applicable; not: none of them says anything. Headings from the Government Efficiency Framework, the National Audit Office's and the Government Internal Audit Agency's questions; nothing here claims compliance with them.`,
      ...(unsaid.length > 0 ? [`The register says nothing of: ${unsaid.join(", ")}.`] : []),
    ],
    header,
    rows: levers.map((lever): OutputCell[] => [
      lever.name,
      ...(has.reference ? [lever.reference] : []),
      ...(has.lead ? [lever.lead] : []),
      ...[lever.amount, documentedWords[lever.documented]],
      ...said.map(({ id }) => claimWords(lever.claims[id], sheet)),
    ]),
    numberFormats: levers.map(() => header.map((heading) => (heading === `Saving ${lastYear}` ? format : "@"))),
    ...(levers.length > 0 && { totals: { label: "Total", sums: [`Saving ${lastYear}`] } }),
    emptyColumns: ["Auditor's opinion", "Auditor's note"],
  };
}

const documentedWords = { fully: "Fully", partly: "Partly", not: "Not" };

function countedNames(): string {
  const names = claims.filter(({ counts }) => counts).map(({ heading }) => heading.toLowerCase());
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** "Yes: J10234 on 02/07 (CIP!Q7)". */
function claimWords({ said, words, cell }: Claim, sheet: string | null): string {
  if (said === "Not stated") return "–";
  const isBare = words === "" || words.toLowerCase() === said.toLowerCase();
  const where = cell !== null && sheet !== null ? cell.slice(cell.lastIndexOf("!") + 1) : cell;
  return `${said}${isBare ? "" : `: ${words}`}${where === null ? "" : ` (${where})`}`;
}

/** The one sheet that all cells stand on; null where there are several, or none. */
function onlySheet(levers: Assurance["levers"]): string | null {
  const cells = levers.flatMap(({ claims: own }) => Object.values(own).flatMap(({ cell }) => cell ?? []));
  const sheets = new Set(cells.map((cell) => splitAddress(cell).sheet ?? ""));
  return sheets.size === 1 ? ([...sheets][0] ?? null) : null;
}
