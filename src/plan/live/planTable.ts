import { sameName } from "../../cells/names";
import type { Method } from "../../engine/attribution/methods";
import type { Breakdown, LeverResult } from "../breakdown";
import { evaluate } from "../evaluation/evaluate";
import type { Cell } from "../../cells/cell";
import { besideLever } from "../reading/besideLevers";
import { readTables } from "../reading/readTables";
import { firstProblem, readArguments, type ArgumentPlan, type TableReader } from "./argumentPlan";
import { isProblem, type PlanArguments, type Problem } from "./planArguments";
import {
  breakdownBlock,
  bridgeBlock,
  groupsBlock,
  positionBlock,
  splitParts,
  splits,
  summaryBlock,
  yearAt,
  type Block,
} from "./planBlocks";
import { scenarioIn } from "./scenarioTable";

/** Which table of a plan is asked for. */
export type PlanTableWanted =
  | { table: "summary" | "breakdown" | "position" | "findings" }
  /** One of `splits`, or a heading of the register. */
  | { table: "groups"; by: string }
  /** A year's label; "" is the last. */
  | { table: "bridge"; year: string };

export interface PlanRequest {
  given: PlanArguments;
  /** By name, or as a table. */
  scenario: string | readonly Cell[][];
  /** In place of the scenario's. */
  method: Method | null;
  wanted: PlanTableWanted;
}

/** The cells of a table. */
export type PlanAnswer = { cells: Block } | Problem;

/** A table of the plan that a function's arguments hold. The last few plans are kept by what they hold, so that functions of one plan read it once. */
export function planTable(request: PlanRequest): PlanAnswer {
  return planTableWith(request);
}

/** As `planTable`, by another reader. */
export function planTableWith(
  { given, scenario, method, wanted }: PlanRequest,
  read: TableReader = readTables,
): PlanAnswer {
  const known = knownPlan(given, read);
  const { found } = known;
  if (isProblem(found)) return wanted.table === "findings" ? { cells: findingsBlock([found]) } : found;
  if (wanted.table === "findings") return { cells: findingsBlock(found.findings) };
  if (!found.plan) return firstProblem(found);
  const asked = scenarioIn(scenario);
  if (isProblem(asked)) return asked;
  const key = JSON.stringify([asked, method]);
  const { plan } = found;
  const breakdown = kept(known.breakdowns, key, () => evaluate(plan, method ? { ...asked, method } : asked));
  const cells = blockOf(breakdown, wanted, found);
  return isProblem(cells) ? cells : { cells };
}

function blockOf(
  breakdown: Breakdown,
  wanted: Exclude<PlanTableWanted, { table: "findings" }>,
  found: ArgumentPlan,
): Block | Problem {
  if (wanted.table === "bridge") {
    const at = wanted.year === "" ? breakdown.years.length - 1 : yearAt(breakdown, wanted.year);
    const known = breakdown.years.join(", ");
    return at < 0
      ? { problem: `year is '${wanted.year}', which the plan does not have; one of ${known} is needed.` }
      : bridgeBlock(breakdown, at);
  }
  if (wanted.table === "groups") return groupsOf(breakdown, wanted.by, found);
  if (wanted.table === "summary") return summaryBlock(breakdown);
  if (wanted.table === "breakdown") return breakdownBlock(breakdown);
  return (
    positionBlock(breakdown) ?? {
      problem: "spending and funding say too little of the base year for a position; amounts of two years are needed.",
    }
  );
}

function groupsOf(breakdown: Breakdown, by: string, { reading, sheets, plan }: ArgumentPlan): Block | Problem {
  const own = splits.find((one) => sameName(one, by));
  if (own) return groupsBlock(breakdown, splitParts[own].heading, splitParts[own].part);
  const columns = reading.registers.flatMap(({ columns: all }) => all);
  const headed = columns.filter(({ heading }) => sameName(heading, by));
  const [first] = headed;
  if (!first) {
    const names = columns.flatMap(({ heading }) => (heading === "" ? [] : [heading]));
    return {
      problem: `by is '${by}', which the register does not have; one of ${splits.join(", ")}, or of its headings (${names.join(", ")}), is needed.`,
    };
  }
  const places = new Map(breakdown.levers.map((lever, at) => [lever, at]));
  const part = (lever: LeverResult): string => {
    const address = plan?.levers[places.get(lever) ?? -1]?.address ?? "";
    const beside = besideLever(
      address,
      headed.map((one) => one.address),
      sheets.grids,
    );
    return beside?.text || `No ${first.heading}`;
  };
  return groupsBlock(breakdown, first.heading, part);
}

const levelWords = { error: "Error", question: "Question", warning: "Warning" } as const;

function findingsBlock(findings: readonly (ArgumentPlan["findings"][number] | Problem)[]): Block {
  if (findings.length === 0) return [["No findings"]];
  const rows = findings.map((one): string[] =>
    isProblem(one) ? ["Error", "", one.problem] : [levelWords[one.level], one.where, one.what],
  );
  return [["Level", "Where", "What"], ...rows];
}

interface KnownPlan {
  found: ArgumentPlan | Problem;
  breakdowns: Map<string, Breakdown>;
}

/** The latest last. */
const plans = new Map<string, KnownPlan>();
const mostKept = 4;

function knownPlan(given: PlanArguments, read: TableReader): KnownPlan {
  return kept(plans, JSON.stringify(given), () => ({ found: readArguments(given, read), breakdowns: new Map() }));
}

/** What is kept under a key, else what is made and kept in place of the oldest. */
function kept<T>(all: Map<string, T>, key: string, make: () => T): T {
  const value = all.get(key) ?? make();
  all.delete(key);
  all.set(key, value);
  for (const [oldest] of all) {
    if (all.size <= mostKept) break;
    all.delete(oldest);
  }
  return value;
}
