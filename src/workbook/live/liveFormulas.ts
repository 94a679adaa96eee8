import type { LiveBlock, LiveBreakdown } from "../../plan/live/liveBreakdown";
import { withBlanks } from "../../plan/live/references";
import { WorkbookError } from "../excel/excelErrors";

/** Given by the build, as the functions' own names. */
declare const FUNCTION_NAMESPACE: string | undefined;
const namespace = typeof FUNCTION_NAMESPACE === "string" ? FUNCTION_NAMESPACE : "SAVINGS";

/** Where the tables stand that the blocks read beside the user's: "'As planned Live Reading'!$A$5:$G$60". */
export interface LivePlaces {
  reading: string;
  scenario: string;
}

/** The formula of a block. */
export function liveFormula({ id, function: name }: LiveBlock, live: LiveBreakdown, places: LivePlaces): string {
  const { texts, method } = live;
  const scenario = typeof live.scenario === "string" ? scenarioText(live.scenario) : withBlanks(places.scenario);
  const own = id === "position" ? texts.position : texts.target;
  const given = [
    ...[texts.register, texts.spending, texts.funding, own, withBlanks(places.reading)],
    ...[scenario, method === null ? "" : quotedText(method)],
  ].map((text) => text ?? "");
  while (given.at(-1) === "") given.pop();
  const formula = `=${namespace}.${name}(${given.join(",")})`;
  if (formula.length <= longestFormula) return formula;
  throw new WorkbookError(
    "other",
    `The formula of ${name} would have ${formula.length} characters, and Excel takes ${longestFormula}; write values instead.`,
  );
}

/** Whether a cell's formula is such a one. */
export function isLiveFormula(formula: unknown): boolean {
  return typeof formula === "string" && formula.toUpperCase().startsWith(`=${namespace}.PLAN`);
}

function scenarioText(name: string): string {
  return name === "As planned" ? "" : quotedText(name);
}

function quotedText(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

const longestFormula = 8192;
