import { goesOn } from "../../../evaluation/levers/deployment";
import type { Lever } from "../../../plan";
import type { ResultArea } from "../../outputTable";
import { f, type Formula, type Operand } from "../formulas/formula";
import type { Frame, LeverCells, Period } from "./frame";

/** How much of a lever is in place, and what it says of a year: see evaluation/levers, of which these are the formulas. */
export function leverFormulas({ inputs, yearOf, breakdown }: Frame) {
  const { years } = breakdown;
  return { inPlaceCell, writtenCell };

  function inPlaceCell(lever: Lever, at: number, period: Period): Formula {
    const own = (heading: string): ResultArea => inputs.lever(heading, at);
    const [t, start, end] = [yearOf(period), own("Start"), own("Last active")];
    const stays: Operand = goesOn({ ...lever, recurrent: true }) ? own("Recurrent") : 0;
    const active = f`MIN(${t},${end})-${start}+1`;
    if (lever.phasing === "immediate") {
      const part: Operand = period.isFull ? 1 : f`IF(${t}=${start},${own("First year")},1)`;
      return f`IF(OR(${t}<${start},AND(${t}>${end},${stays}=0)),0,${part})`;
    }
    const months = period.isFull ? f`1` : f`IF(${t}=${start},${own("First year")},1)`;
    const whole = f`IF(${start}<1,1,${phased(lever, at, active)}*${months})`;
    return f`IF(OR(${t}<${start},AND(${t}>${end},${stays}=0)),0,${whole})`;
  }

  function phased({ phasing }: Lever, at: number, active: Formula): Formula {
    const ramp = inputs.lever("Ramp", at);
    const grown = f`MIN(1,${active}/${ramp})`;
    switch (phasing) {
      case "immediate":
        return f`1`;
      case "linear":
        return grown;
      case "scurve":
        return f`${grown}^2*(3-2*${grown})`;
      case "fade":
        return f`2^((1-${active})/${ramp})`;
      case "adoption": {
        const [p, q] = [inputs.constant("Adoption, innovation"), inputs.constant("Adoption, imitation")];
        const gone = f`EXP((0-${p}-${q})*${active})`;
        return f`${inputs.lever("Ceiling", at)}*${p}*(1-${gone})/(${p}+${q}*${gone})`;
      }
    }
  }

  function writtenCell(lever: Lever, at: number, period: Period, inPlace: LeverCells): Formula {
    const price = inputs.price(period.year);
    const priced = (amount: Formula): Formula => (price ? f`${amount}*${price}` : amount);
    const { effect } = lever;
    const own = (heading: string): ResultArea => inputs.lever(heading, at);
    if (effect.kind === "byYear") {
      if (!period.isFull) return priced(f`${inputs.leverYear(at, period.year)}`);
      const full = inputs.leverYear(at, "full");
      if (years.length >= effect.amounts.length) return priced(f`${full}`);
      const all = { ...inputs.leverYear(at, 0), columnCount: years.length };
      return priced(f`IF(SUMPRODUCT(ABS(${all}))=0,0,${full})`);
    }
    const w = inPlace(period, at);
    const value = own("Value");
    const recurs = own("Recurrent");
    const once = (cell: Formula): Formula => (period.isFull ? f`IF(${recurs}=1,${cell},0)` : cell);
    if (effect.kind === "amount") return once(priced(f`${value}*${w}`));
    if (effect.kind === "level") return once(f`${value}*${w}`);
    const [t, start, end] = [yearOf(period), own("Start"), own("Last active")];
    const counted = f`MAX(0,MIN(${t},${end})-MAX(${start},1)+1)`;
    return once(f`${w}*IF(${recurs}=1,1-(1-${value})^${counted},${value})`);
  }
}
