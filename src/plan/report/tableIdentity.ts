import type { Breakdown } from "../breakdown";
import { unitLine } from "./numberFormats";
import type { OutputTable } from "./outputTable";

/** The sheet's and the table's name for a scenario. */
export function tableIdentity(
  id: OutputTable["id"],
  scenario: string,
): Pick<OutputTable, "id" | "sheetTitle" | "tableName"> {
  const suffix = ` ${idNames[id]}`;
  const plain =
    scenario
      .replace(/[\[\]:*?/\\]/g, " ")
      .replace(/\s+/g, " ")
      .replace(/^'+|'+$/g, "")
      .trim() || "Scenario";
  const words = scenario.normalize("NFKC").match(/[\p{L}\p{N}]+/gu) ?? ["Scenario"];
  const joined = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  return {
    id,
    sheetTitle: `${plain.slice(0, 31 - suffix.length).trim()}${suffix}`,
    tableName: `Savings${idNames[id]}_${joined}`.slice(0, 255),
  };
}

/** Unit, price basis, scenario and, where savings overlap, the method: beside every table. */
export function noteLinesOf(breakdown: Breakdown): string[] {
  const { scenario, method, checks } = breakdown;
  const split = checks.overlapShare === null ? "" : ` Method: ${methodLine(method)}.`;
  return [`${unitLine(breakdown)}. Scenario: ${scenario}.${split}`];
}

/** The method and what to know of it. */
export function methodLine(method: string): string {
  return methodNames[method] ?? method;
}

const idNames: Record<OutputTable["id"], string> = {
  summary: "Summary",
  breakdown: "Breakdown",
  groups: "Groups",
  bridge: "Bridge",
  position: "Position",
  inputs: "Inputs",
  splits: "Splits",
  workings: "Workings",
  byCategory: "ByCategory",
  asRead: "AsRead",
  risk: "Risk",
  comparison: "Comparison",
  assurance: "Assurance",
  assuranceLog: "AssuranceLog",
  notes: "Notes",
};

const methodNames: Record<string, string> = {
  shapley: "Shapley (order-free, exact)",
  lmdi: "LMDI (log-mean weights)",
  sequential: "sequential (in the register's order)",
  prorata: "pro rata to stand-alone savings",
  standalone: "stand-alone (each lever alone; does not sum to the combined saving)",
  last: "last in (what would be lost without it; does not sum to the combined saving)",
};
