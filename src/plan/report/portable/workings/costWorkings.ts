import { countsAsSaving } from "../../../evaluation/kinds";
import type { Lever } from "../../../plan";
import type { ResultArea } from "../../outputTable";
import { f, joined, type Formula } from "../formulas/formula";
import type { Frame, LeverCells, Period } from "./frame";

/** What the savings cost, from when they count, and what they are worth net of it. */
export function costWorkings(
  { inputs, yearOf, sheet, levers, effects, yearly, needs, leverBlock }: Frame,
  { written, alone, attributed }: { written: LeverCells; alone: LeverCells; attributed: LeverCells },
) {
  return { costBlocks, putStarts, presentValue };

  function costBlocks() {
    const firstYear = leverBlock(
      "First year",
      "The first year in which figures by year have one, from which double running counts.",
      (at, period) => {
        const lever = levers[at] as Lever;
        if (period !== yearly[0] || lever.effect.kind !== "byYear" || lever.doubleRunning === 0) return null;
        const row = { ...written(yearly[0], at), columnCount: yearly.length };
        const numbers = { ...yearOf(yearly[0]), columnCount: yearly.length };
        return f`${yearly.length + 1}-SUMPRODUCT(MAX((${row}<>0)*(${yearly.length + 1}-${numbers})))`;
      },
      "0",
      yearly,
    );
    const running = leverBlock(
      "Running costs",
      "In each year in which the saving is active; none of what is off.",
      (at, period) => costCell(at, period, "running", firstYear),
      undefined,
      yearly,
    );
    const once = leverBlock(
      "Investment and double running",
      "The investment in its year, double running from the start; none of what is off.",
      (at, period) => costCell(at, period, "once", firstYear),
      undefined,
      yearly,
    );
    if (!needs.net) return { net: null, running, once };
    const net = leverBlock(
      "Net of costs",
      "What each saving is credited with less its costs.",
      (at, period) => {
        const { kind } = levers[at] as Lever;
        const all = f`${running(period, at)}-${once(period, at)}`;
        if (kind === "One-off cost") return { parts: ["0-", ...all.parts, ...f`-${alone(period, at)}`.parts] };
        return countsAsSaving(kind) ? { parts: [...f`${attributed(period, at)}-`.parts, ...all.parts] } : null;
      },
      undefined,
      yearly,
    );
    return { net, running, once };
  }

  function costCell(
    at: number,
    period: Period,
    which: "running" | "once",
    firstYear: (period: Period, lever?: number) => ResultArea,
  ): Formula | null {
    const lever = levers[at] as Lever;
    if (effects[at]?.isOff || !(countsAsSaving(lever.kind) || lever.kind === "One-off cost")) return null;
    const own = (heading: string): ResultArea => inputs.lever(heading, at);
    const t = yearOf(period);
    const isByYear = lever.effect.kind === "byYear";
    const terms: Formula[] = [];
    if (which === "running" && lever.runningCost !== 0) {
      const active = isByYear
        ? f`${inputs.leverYear(at, period.year)}<>0`
        : f`AND(${t}>=${own("Start")},${t}<=${own("Last active")})`;
      terms.push({ parts: [...f`IF(`.parts, ...active.parts, ...f`,${own("Running cost")},0)`.parts] });
    }
    if (which === "once" && lever.investment !== 0)
      terms.push(f`IF(${t}=${own("Investment year")},${own("Investment")},0)`);
    if (which === "once" && lever.doubleRunning !== 0) {
      const start = isByYear ? firstYear(yearly[0] as Period, at) : own("Start");
      terms.push(f`IF(AND(${t}>=${start},${t}<${start}+${own("Double-running years")}),${own("Double running")},0)`);
    }
    if (terms.length === 0) return null;
    const price = inputs.price(period.year);
    const sum = joined(terms, "+");
    return price ? f`${sum}*${price}` : sum;
  }

  /** The year in which each saving starts: figures by year say it themselves. */
  function putStarts(): ResultArea {
    sheet.block("Starts", "The year in which each saving starts; figures by year start with the first of them.");
    const first = sheet.rowCount;
    const heading = yearly[0]?.heading ?? "";
    levers.forEach((lever, at) => {
      const start = inputs.lever("Start", at);
      const row = { ...inputs.leverYear(at, 0), columnCount: yearly.length };
      const numbers = { ...yearOf(yearly[0] as Period), columnCount: yearly.length };
      const after = yearly.length + 1;
      const cell =
        lever.effect.kind === "byYear"
          ? f`IF(${start}<1,${start},${after}-SUMPRODUCT(MAX((${row}<>0)*(${after}-${numbers}))))`
          : f`${start}`;
      sheet.add("Starts", lever.name, { [heading]: cell }, "0");
    });
    return sheet.at(first, heading, { row: first + levers.length - 1 });
  }

  function presentValue(at: number, net: LeverCells | null): Formula {
    const lever = levers[at] as Lever;
    const rate = inputs.constant("Discount rate");
    const row = (net ?? attributed)(yearly[0] as Period, at);
    const all = { ...row, columnCount: yearly.length };
    const numbers = { ...yearOf(yearly[0] as Period), columnCount: yearly.length };
    const sum = f`SUMPRODUCT(${all}/(1+${rate})^${numbers})`;
    if (lever.investment === 0 || effects[at]?.isOff) return sum;
    const own = (heading: string): ResultArea => inputs.lever(heading, at);
    return f`${sum}-IF(${own("Investment year")}=0,${own("Investment")},0)`;
  }
}
