import { countsAsSaving } from "../../../evaluation/kinds";
import type { Lever, Plan } from "../../../plan";
import { runsOf } from "../../../reading/extent/memoRows";
import type { ResultArea } from "../../outputTable";
import { f, joined, type Operand } from "../formulas/formula";
import type { Inputs } from "../inputs/inputs";
import type { ShapeCheck } from "./asRead";

/** What the figures on the user's cells are as long as a run would take them: a run refuses others, and says which. */
export function soundChecks(plan: Plan, inputs: Inputs): ShapeCheck[] {
  const { levers } = plan;
  const all = (heading: string): ResultArea => inputs.lever(heading);
  const none = (count: Operand): ShapeCheck["is"] => f`SUMPRODUCT(${count})=0`;
  const has = (is: (lever: Lever) => boolean): boolean => levers.some(is);
  const checks: ShapeCheck[] = [
    {
      name: "Starts: no later than the plan",
      is: none(f`1*(${all("Start")}>${inputs.constant("Years of the plan")})`),
    },
  ];
  // Which years a plan has may hang on them.
  const starts = levers.map(({ start }) => start);
  if (starts.length > 0)
    checks.push({ name: "Starts: the first as it was", is: f`MIN(${all("Start")})=${Math.min(...starts)}` });
  if (starts.length > 0 && !plan.categories && !plan.funding)
    checks.push({ name: "Starts: the last as it was", is: f`MAX(${all("Start")})=${Math.max(...starts)}` });
  if (has(({ end }) => end !== null))
    checks.push({
      name: "Ends: none before its start",
      is: none(f`(${all("End")}<>"")*(${all("End")}<${all("Start")})`),
    });
  if (levers.some(({ kind }) => countsAsSaving(kind)))
    checks.push({ name: "Start months: from 1 to 12", is: f`COUNT(${all("First year")})=ROWS(${all("First year")})` });
  if (inputs.hasYearEnds)
    checks.push({
      name: "Starts: not all at the end of March",
      is: f`SUM(${all("Year end")})<COUNT(${all("Year end")})`,
    });
  for (const [heading, part] of costs)
    if (has((lever) => lever[part] !== 0))
      checks.push({ name: `${heading}: not negative`, is: none(f`1*(${all(heading)}<0)`) });
  const ranges = (["low", "likely", "high"] as const).filter((part) => has(({ delivery }) => delivery[part] !== null));
  const headings = { low: "Low", likely: "Likely", high: "High" };
  ranges.forEach((part, at) => {
    const own = all(headings[part]);
    checks.push({ name: `${headings[part]}: a share of the plan`, is: none(f`1*(ABS(${own})>5)`) });
    for (const higher of ranges.slice(at + 1)) {
      const other = all(headings[higher]);
      const name = `${headings[part]}: not above ${headings[higher]}`;
      checks.push({ name, is: none(f`(${own}<>"")*(${other}<>"")*(${own}>${other})`) });
    }
  });
  if (has(({ phasing }) => phasing === "adoption"))
    checks.push({ name: "Ceiling: from 0% to 100%", is: none(f`(${all("Ceiling")}<0)+(${all("Ceiling")}>1)`) });
  if (has(({ phasing }) => phasing !== "immediate" && phasing !== "adoption"))
    checks.push({ name: "Ramp: above 0", is: none(f`(${all("Ramp")}<>"")*(${all("Ramp")}<=0)`) });
  return [...checks, ...recurrenceChecks(levers, inputs), ...rateChecks(levers, inputs), ...spendChecks(plan, inputs)];
}

const costs = [
  ["Investment", "investment"],
  ["Running cost", "runningCost"],
  ["Double running", "doubleRunning"],
] as const;

/** Where all savings are of one kind, or some of each, a run writes other splits. */
function recurrenceChecks(levers: readonly Lever[], inputs: Inputs): ShapeCheck[] {
  if (!inputs.followsRecurrence) return [];
  const savings = levers.filter(({ kind }) => countsAsSaving(kind) && kind !== "Contingency");
  return ([true, false] as const).map((recurs): ShapeCheck => {
    const word = recurs ? "Recurrent" : "Non-recurrent";
    const count = f`SUMPRODUCT(1*(${inputs.words("Recurrence")}=${word}))`;
    return savings.some(({ recurrent }) => recurrent === recurs)
      ? { name: `${word} savings: some`, is: f`${count}>0` }
      : { name: `${word} savings: none`, is: f`${count}=0` };
  });
}

/** A level is up to 100%, a yearly rate below it. */
function rateChecks(levers: readonly Lever[], inputs: Inputs): ShapeCheck[] {
  const rates = { level: ">", yearlyEfficiency: ">=" } as const;
  return (["level", "yearlyEfficiency"] as const).flatMap((kind) =>
    inChunks(runsOf(levers.flatMap(({ effect }, at) => (effect.kind === kind ? [at] : [])))).map(
      (runs, at): ShapeCheck => {
        const beyond = runs.map((run) => {
          const area = { ...inputs.lever("Value", run[0] ?? 0), rowCount: run.length };
          return { parts: [`SUMPRODUCT((`, ...f`${area}`.parts, `${rates[kind]}1)+(`, ...f`${area}`.parts, "<=-1))"] };
        });
        const name = `${kind === "level" ? "Shares" : "Yearly rates"}: within 100%${at > 0 ? ` ${at + 1}` : ""}`;
        return { name, is: f`${joined(beyond, "+")}=0` };
      },
    ),
  );
}

function spendChecks({ categories }: Plan, inputs: Inputs): ShapeCheck[] {
  if (!categories || categories.length === 0) return [];
  const all = { ...inputs.spend(0, 0), rowCount: categories.length, columnCount: inputs.yearCount };
  const bases = { ...inputs.spendBase(0), rowCount: categories.length };
  return [{ name: "Spend: not negative", is: f`SUMPRODUCT(1*(${all}<0))+SUMPRODUCT(1*(${bases}<0))=0` }];
}

/** So many as one formula has room for. */
function inChunks<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / 40) }, (_, at) => all.slice(40 * at, 40 * (at + 1)));
}
