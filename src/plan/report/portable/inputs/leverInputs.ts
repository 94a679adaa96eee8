import { cellName } from "../../../../cells/address";
import type { SheetArea } from "../../../../cells/area";
import { sameName } from "../../../../cells/names";
import { isOff } from "../../../evaluation/levers/delivery";
import { goesOn } from "../../../evaluation/levers/deployment";
import { weightOf } from "../../../evaluation/levers/weights";
import type { Lever, Plan } from "../../../plan";
import type { Scenario } from "../../../scenario";
import type { OutputCell, ResultArea } from "../../outputTable";
import { f, joined, type Formula, type Operand } from "../formulas/formula";
import { leverCells, type Follow, type Moment } from "../following/follow";
import type { Links } from "../following/links";
import type { ResultSheet } from "../tables/resultSheet";

/** A split of the levers by words that the Inputs hold: "Group", with each lever's part. */
export interface WordColumn {
  heading: string;
  words: readonly OutputCell[];
}

interface LeverInputs {
  plan: Plan;
  scenario: Scenario;
  follow: Follow;
  years: readonly string[];
  words: readonly WordColumn[];
  sheet: ResultSheet;
  splits: ResultSheet;
  constant: (name: string) => ResultArea;
  linked: (name: string, links?: Links) => Formula | null;
  /** Words of years, and of recurrence, with what each means. */
  yearWords: ResultArea | null;
  flagWords: ResultArea | null;
}

/** A row for each row of the register, with its figures, its time, its delivery and its costs; the first of them. */
export function leverInputs(given: LeverInputs): number {
  const { plan, scenario, follow, years, words, sheet, splits, constant, linked, yearWords, flagWords } = given;
  const number = (name: string, value: number): OutputCell | Formula => linked(name) ?? value;
  return putLevers();

  function putLevers(): number {
    sheet.block(
      "Levers",
      "Each row of the register: what it saves by its own figures, when, how much of it is delivered, and what it costs.",
    );
    const first = sheet.rowCount;
    const investmentYears = leverCells(plan, follow.tables, "investmentYear");
    plan.levers.forEach((one, at) => {
      const row = sheet.add("Levers", one.name, { From: cellName(one.address) === "" ? "" : one.address });
      const own = (heading: string): ResultArea => sheet.at(row, heading);
      const branch = (part: string, value: number): OutputCell | Formula => branched(at, part, value, own("Recurrent"));
      const { effect, delivery } = one;
      sheet.set(row, "Recurrent", recurrentCell(at, one));
      if (effect.kind === "byYear") {
        years.forEach((year, index) => sheet.set(row, year, branch(`year ${index}`, effect.amounts[index] ?? 0)));
        sheet.set(row, "Full year", branch("full year", effect.fullYear));
        const lastMonth = effect.months?.amounts.at(-1);
        if (lastMonth !== undefined) sheet.set(row, "Last month", number(`lever ${at} last month`, lastMonth));
      } else
        sheet.set(
          row,
          "Value",
          branch(
            "value",
            effect.kind === "amount" ? effect.amount : effect.kind === "level" ? effect.share : effect.rate,
          ),
        );
      sheet.set(row, "Start", momentCell(follow.start.get(at), one.start, false));
      sheet.set(row, "First year", firstYearCell(at, one));
      sheet.set(row, "Year end", yearEndCell(at));
      if (one.end !== null) sheet.set(row, "End", momentCell(follow.end.get(at), one.end, true));
      sheet.set(row, "Last active", lastActive(one, own));
      if (one.phasing !== "immediate" && one.phasing !== "adoption")
        sheet.set(row, "Ramp", number(`lever ${at} ramp`, one.ramp));
      if (one.phasing === "adoption") sheet.set(row, "Ceiling", number(`lever ${at} ceiling`, one.ceiling));
      for (const [heading, part] of [
        ["Low", "low"],
        ["Likely", "likely"],
        ["High", "high"],
      ] as const)
        if (delivery[part] !== null) sheet.set(row, heading, number(`lever ${at} ${part}`, delivery[part] ?? 0));
      putDelivery(row, one);
      const costs = [
        ["Investment", "investment"],
        ["Running cost", "runningCost"],
        ["Double running", "doubleRunning"],
      ] as const;
      for (const [heading, part] of costs)
        if (one[part] !== 0) sheet.set(row, heading, number(`lever ${at} ${part}`, one[part]));
      if (one.investment !== 0) {
        const given = investmentYears.get(at);
        const isStart = one.investmentYear === one.start && isBlankCell(given?.grid, given?.area);
        sheet.set(row, "Investment year", isStart ? f`${own("Start")}` : one.investmentYear);
      }
      if (one.doubleRunning !== 0)
        sheet.set(row, "Double-running years", number(`lever ${at} doubleRunningYears`, one.doubleRunningYears));
      const split = splits.add("Levers", one.name, {
        "Not identified": Number(!one.isIdentified),
        "Baseline only": Number(one.baselineOnly),
        Contingency: Number(one.kind === "Contingency"),
        Income: Number(one.type === "Income"),
      });
      for (const { heading, words: cells } of words)
        splits.set(
          split,
          heading,
          heading === "Recurrence" && one.kind === "Saving"
            ? f`IF(${own("Recurrent")}=1,${"Recurrent"},${"Non-recurrent"})`
            : (cells[at] ?? ""),
        );
    });
    return first;
  }

  /** Where the row's recurrence changes what its figures come from, either as the word says. */
  function branched(at: number, part: string, value: number, recurs: ResultArea): OutputCell | Formula {
    const name = `lever ${at} ${part}`;
    const now = linked(name) ?? value;
    const { turned } = follow;
    if (!turned || !follow.recurrent.has(at)) return now;
    const effect = turned.plan.levers[at]?.effect;
    const otherValue =
      effect?.kind === "byYear"
        ? part === "full year"
          ? effect.fullYear
          : (effect.amounts[Number(part.replace("year ", ""))] ?? 0)
        : value;
    const other = linked(name, turned.links) ?? otherValue;
    if (JSON.stringify(now) === JSON.stringify(other)) return now;
    const [yes, no] = plan.levers[at]?.recurrent ? [now, other] : [other, now];
    return f`IF(${recurs}=1,${yes as Operand},${no as Operand})`;
  }

  function recurrentCell(at: number, { recurrent }: Lever): OutputCell | Formula {
    const cell = follow.recurrent.get(at);
    if (!cell || !flagWords) return Number(recurrent);
    return f`VLOOKUP(${cell},${flagWords},2,FALSE)`;
  }

  function momentCell(moment: Moment | undefined, value: number, isEnd: boolean): OutputCell | Formula {
    if (!moment) return value;
    const { cell, isDate } = moment;
    if (!isDate) return yearWords ? f`VLOOKUP(${cell},${yearWords},2,FALSE)` : value;
    const month = constant("First month of the fiscal year");
    const year = f`YEAR(${cell})-IF(MONTH(${cell})<${month},1,0)-${constant("Calendar year of year 1")}+1`;
    return isEnd ? f`MIN(${constant("Years of the plan")},${year})` : year;
  }

  function firstYearCell(at: number, { firstYearShare }: Lever): OutputCell | Formula {
    const own = follow.startMonth.get(at);
    const dated = follow.monthOfStart.has(at) ? follow.start.get(at)?.cell : undefined;
    const month: Operand | undefined = own ?? (dated && f`MONTH(${dated})`);
    if (month === undefined) return firstYearShare;
    const [first, twelve] = [constant("First month of the fiscal year"), constant("Months of a year")];
    const left = f`(${twelve}-MOD(${month}-${first},${twelve}))/${twelve}`;
    // What is no month is no 0 or 1 either: the cell says so.
    return own ? f`IF(AND(${own}>=1,${own}<=${twelve},${own}=INT(${own})),${left},0/0)` : left;
  }

  /** 1 where a start is the last day of March: a register in which all are says but the year. */
  function yearEndCell(at: number): Formula | null {
    const cell = follow.monthOfStart.has(at) ? follow.start.get(at)?.cell : undefined;
    return cell ? f`IF(AND(MONTH(${cell}+1)=4,DAY(${cell}+1)=1),1,0)` : null;
  }

  /** The last year in which it is active; of one that goes on for ever the plan's. */
  function lastActive(one: Lever, own: (heading: string) => ResultArea): Formula {
    if (one.end !== null) return f`${own("End")}`;
    const last = f`MAX(${constant("Years of the plan")},${own("Start")})`;
    if (!goesOn({ ...one, recurrent: true })) return f`${own("Start")}`;
    return f`IF(${own("Recurrent")}=1,${last},${own("Start")})`;
  }

  function putDelivery(row: number, one: Lever): void {
    const own = (heading: string): ResultArea => sheet.at(row, heading);
    const { low, likely, high } = one.delivery;
    const hasOwnExpected = one.kind === "Saving";
    const weight = weightOf(one, scenario);
    const word = one[scenario.weightsFrom ?? "status"];
    const usual: Operand = likely !== null ? own("Likely") : weight !== null ? constant(`Weight of ${word}`) : 1;
    const within = (value: Operand): Operand => {
      const below = high === null ? value : f`MIN(${own("High")},${value})`;
      return low === null ? below : f`MAX(${own("Low")},${below})`;
    };
    const expected: Operand =
      low !== null && high !== null
        ? within(
            f`(${own("Low")}+${constant("Weight of Likely")}*${within(likely === null ? 1 : own("Likely"))}+${own("High")})/(${constant("Weight of Likely")}+2)`,
          )
        : within(usual);
    if (hasOwnExpected) sheet.set(row, "Expected", f`${expected}`);
    const factors = isOff(one, scenario) ? null : factorsOf(one);
    if (factors?.length) sheet.set(row, "Factor", joined(factors, "*"));
    if (!factors) sheet.set(row, "Factor", 0);
    const ranges: Record<string, Operand> = {
      planned: 1,
      low: f`MIN(${low === null ? usual : own("Low")},${own("Expected")})`,
      expected: own("Expected"),
      high: f`MAX(${high === null ? f`MAX(1,${likely === null ? 1 : own("Likely")})` : own("High")},${own("Expected")})`,
    };
    const range = one.kind === "Saving" ? (ranges[scenario.delivery ?? "planned"] ?? 1) : 1;
    const factor = !factors || factors.length > 0 ? own("Factor") : null;
    sheet.set(row, "Delivery", factor ? f`${range}*${factor}` : f`${range}`);
  }

  function factorsOf(one: Lever): ResultArea[] {
    const named = (kind: string, factors: Record<string, number> | undefined, name: string): ResultArea[] => {
      const found = Object.keys(factors ?? {}).find((key) => sameName(key, name));
      return found === undefined ? [] : [constant(`Factor of ${kind} ${found}`)];
    };
    const own = named("lever", scenario.leverFactors, one.name);
    if (one.kind !== "Saving") return own;
    return [
      ...own,
      ...named("group", scenario.groupFactors, one.group),
      ...named("status", scenario.statusFactors, one[scenario.weightsFrom ?? "status"]),
    ];
  }
}

function isBlankCell(grid: Follow["tables"][number]["grid"] | undefined, area: SheetArea | undefined): boolean {
  if (!grid || !area) return true;
  const value = grid.values[area.row - grid.row]?.[area.column - grid.column] ?? null;
  return value === null || value === "";
}
