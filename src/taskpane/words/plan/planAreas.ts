import { readArea } from "../../../cells/address";
import type { Finding } from "../../../plan/finding";
import type { PlanReading } from "../../../plan/reading/planReading";
import { sideKinds, tableKinds, type SideKind, type TableKind } from "../../../plan/tableKinds";
import { faultsOf } from "../../../plan/report/faults";
import { count } from "../../../plan/report/words/figures";

/** What the Plan page has a card for. */
export type PlanArea = TableKind | SideKind | "target";

/** As the cards are headed; the levers are a register, whatever they are called in it. */
export const areaNames: Record<PlanArea, string> = {
  levers: "Register",
  spending: "Spending",
  funding: "Funding",
  target: "Target",
  position: "Position",
  prices: "Prices",
};

/** What stands against an area, each fault once. */
export interface AreaFindings {
  errors: number;
  questions: number;
  notices: number;
  /** Whether a run waits for any of them. */
  holdsUp: boolean;
}

/** What in each area somebody should look at; a totals row that agrees with its rows needs nobody. */
export function areaFindings(findings: readonly Finding[], reading: PlanReading): Record<PlanArea, AreaFindings> {
  const areas = Object.keys(areaNames) as PlanArea[];
  const own = Object.fromEntries(areas.map((area): [PlanArea, Finding[]] => [area, []])) as Record<PlanArea, Finding[]>;
  for (const finding of findings) {
    const area = finding.about === "total that agrees" ? null : areaOf(finding, reading);
    if (area !== null) own[area].push(finding);
  }
  const found = (area: PlanArea): AreaFindings => {
    const of = (kind: FindingKind) => own[area].filter((finding) => findingKind(finding) === kind);
    return {
      errors: faultsOf(of("errors")).length,
      questions: of("questions").length,
      notices: faultsOf(of("notices")).length,
      holdsUp: own[area].some(({ level }) => level === "error"),
    };
  };
  return Object.fromEntries(areas.map((area) => [area, found(area)])) as Record<PlanArea, AreaFindings>;
}

/** "1 error, 2 questions"; "" where there is nothing. */
export function areaFindingWords({ errors, questions, notices }: AreaFindings): string {
  return [
    errors > 0 && count(errors, "error"),
    questions > 0 && count(questions, "question"),
    notices > 0 && count(notices, "notice"),
  ]
    .filter(Boolean)
    .join(", ");
}

type FindingKind = "errors" | "questions" | "notices";

/** What is to be corrected in the sheet, what one click answers, and what is only said. */
export function findingKind({ level, question }: Finding): FindingKind {
  if (question) return "questions";
  return level === "error" ? "errors" : "notices";
}

/** The area whose table holds the cell, or stands nearest above or below it on its sheet; a register that is not there is to blame for itself. */
function areaOf({ cell }: Finding, reading: PlanReading): PlanArea | null {
  if (cell === "") return reading.registers.length === 0 ? "levers" : null;
  const at = readArea(cell, "");
  if (!at) return null;
  const { target } = reading;
  const places = [
    ...tableKinds.flatMap((area) =>
      tablesOf(reading, area).map(({ address }) => ({ area: area as PlanArea, address })),
    ),
    ...sideKinds.flatMap((area) => {
      const read = reading.side?.[area];
      return read ? [{ area: area as PlanArea, address: read.address }] : [];
    }),
    ...(target && target.cell !== "" ? [{ area: "target" as const, address: target.cell }] : []),
  ];
  const near = places.flatMap(({ area, address }) => {
    const place = readArea(address, "");
    if (place?.sheet !== at.sheet) return [];
    return [{ area, far: Math.max(place.row - at.row, at.row - (place.row + place.rowCount - 1), 0) }];
  });
  return near.sort((a, b) => a.far - b.far)[0]?.area ?? null;
}

/** The tables of a kind; several registers are one. */
export function tablesOf(reading: PlanReading, kind: TableKind): PlanReading["registers"] {
  const table = reading[kind];
  return kind === "levers" ? reading.registers : table ? [table] : [];
}
