import { compoundingBases } from "../../engine/compounding";
import { discountSchedules, type DiscountScheduleName } from "../../engine/value/discountSchedules";
import { nativeNumber, rate, type Domain, type NativeArgument, type NativeNumber } from "./nativeNumber";

/** A call as a native formula. */
interface NativeForm {
  text: string;
  /** It has to be entered as an array formula, also where it answers one cell. */
  isArray: boolean;
}

/**
 * The call of a function as a formula of functions that every Excel since 2016 has; null where there is none: for most functions, and for
 * arguments whose sizes or names nobody knows before they are calculated.
 *
 * @param name without the namespace: "COMPOUNDEFF"
 */
export function nativeForm(name: string, given: readonly NativeArgument[]): NativeForm | null {
  const form = Object.hasOwn(forms, name) ? forms[name] : undefined;
  return form ? form((index) => given[index] ?? { kind: "omitted" }) : null;
}

type Form = (argument: (index: number) => NativeArgument) => NativeForm | null;

const forms: Record<string, Form> = {
  COMPOUNDEFF: (at) => {
    const rates = nativeNumber(at(0), rate);
    const [years, amount] = [nativeNumber(at(1), { least: 0 }, "1"), nativeNumber(at(2), {}, "1")];
    const basis = choice(at(3), compoundingBases);
    if (!rates || !isOne(years) || !isOne(amount) || basis === null) return null;
    const kept = basis === 0 ? `(1-${rates.value})` : `(1/(1+${rates.value}))`;
    if (isOne(rates)) return answer([rates, years, amount], within(`${amount.value}*(1-${kept}^${years.value})`));
    // A list of rates, one a year.
    if (at(1).kind !== "omitted" || Math.min(rates.rows, rates.columns) > 1) return null;
    return answer([rates, amount], within(`${amount.value}*(1-PRODUCT(${kept}))`));
  },
  SAVINGSGAP: (at) => {
    const baseline = nativeNumber(at(0));
    const [pressure, funding] = [nativeNumber(at(1), rate), nativeNumber(at(2), rate)];
    const years = nativeNumber(at(3), { least: 0, most: 10_000, isWhole: true }, "1");
    const efficiency = nativeNumber(at(4), rate, "0");
    if (!baseline || !pressure || !isOne(funding) || !isOne(years) || !efficiency) return null;
    const opening = nativeNumber(at(5), {}, `SUM(${baseline.value})`);
    const fits = [pressure, efficiency].every(
      ({ rows, columns }) => columns === 1 && (rows === 1 || rows === baseline.rows),
    );
    if (!isOne(opening) || baseline.columns > 1 || !fits) return null;
    const need = `${baseline.value}*(1+${pressure.value})^${years.value}*(1-${efficiency.value})^${years.value}`;
    return answer(
      [baseline, pressure, funding, years, efficiency, opening],
      within(`SUM(${need})-${opening.value}*(1+${funding.value})^${years.value}`),
    );
  },
  REQUIREDEFF: (at) => {
    const positive: Domain = { least: 0 };
    const [need, funding, years] = [
      nativeNumber(at(0), positive),
      nativeNumber(at(1), positive),
      nativeNumber(at(2), positive, "1"),
    ];
    if (!isOne(need) || !isOne(funding) || !isOne(years)) return null;
    const share = `(${funding.value}/${need.value})^(1/${years.value})`;
    return answer([need, funding, years], `IF(OR(${need.value}=0,${years.value}=0),#DIV/0!,${within(`1-${share}`)})`);
  },
  COMBINED: (at) => saved(at, (base, kept) => `${base}*(1-PRODUCT(${kept}))`),
  OVERLAP: (at) => saved(at, (base, kept, effects) => `${base}*(SUM(${effects})-(1-PRODUCT(${kept})))`),
  OPTIMISMBIAS: elementwise(
    [{}, { least: 0 }, { least: 0, most: 1 }],
    [null, null, "0"],
    ([amount, bias, mitigation]) => `${amount}*(1+${bias}*(1-${mitigation}))`,
  ),
  RAG: (at) => {
    const given = [nativeNumber(at(0)), nativeNumber(at(1)), nativeNumber(at(2), { least: 0 }, "0.95")];
    const [planned, actual, green] = given;
    const amber = green && nativeNumber(at(3), { least: 0 }, `IF(${green.value}<0.75,${green.value},0.75)`);
    if (!planned || !actual || !green || !amber) return null;
    const [p, a, g, m] = [planned.value, actual.value, green.value, amber.value];
    const ordered = { ...amber, conditions: [...amber.conditions, `SUM(--(${m}>${g}))=0`] };
    const reached = (bar: string): string => `${a}/IF(${p}=0,1,${p})>=${bar}*(1-1E-12)`;
    const words = `IF(${p}+0*(${g}+${m})=0,#DIV/0!,IF(${reached(g)},"Green",IF(${reached(m)},"Amber","Red")))`;
    return fitting([planned, actual, green, ordered]) ? answer([planned, actual, green, ordered], words) : null;
  },
  DELIVERYRATE: (at) => {
    const [planned, actual] = [nativeNumber(at(0)), nativeNumber(at(1))];
    if (!planned || !actual || planned.rows !== actual.rows || planned.columns !== actual.columns) return null;
    const [plan, done] = [`SUM(${planned.value})`, `SUM(${actual.value})`];
    return answer([planned, actual], `IF(${plan}=0,#DIV/0!,${done}/IF(${plan}=0,1,${plan}))`);
  },
  IMPLIEDUNITCOST: elementwise(
    [{}, {}, {}],
    [null, null, null],
    ([cost, planned, actual]) => `${cost}/(${actual}-${planned})`,
  ),
  PLANVARIANCE: (at) => {
    const given = [0, 1, 2, 3].map((index) => nativeNumber(at(index)));
    const method = choice(at(4), ["standard", "shapley", "threeway"]);
    const known = given.filter((one) => one !== null);
    if (known.length < 4 || method === null || known.some(({ columns }) => columns > 1) || !fitting(known)) return null;
    const [pv, pc, av, ac] = known.map(({ value }) => value) as [string, string, string, string];
    const [dv, dc, all] = [`(${av}-${pv})`, `(${ac}-${pc})`, `(${av}*${ac}-${pv}*${pc})`];
    const columns = [
      [`${dv}*${pc}`, `${dc}*${av}`, all],
      [`${dv}*(${pc}+${dc}/2)`, `${dc}*(${pv}+${dv}/2)`, all],
      [`${dv}*${pc}`, `${dc}*${pv}`, `${dv}*${dc}`, all],
    ][method]!;
    return answer(known, beside(columns), true);
  },
  DISCOUNT: (at) => {
    const years = nativeNumber(at(0), { least: 0, isWhole: true });
    const factor = factorOf(at(1), "greenbook");
    return years && factor ? answer([years], factor(years.value)) : null;
  },
  NETSAVING: (at) => {
    const [savings, costs, factor] = [nativeNumber(at(0)), nativeNumber(at(1)), factorOf(at(2), "greenbook")];
    if (!savings || !costs || !factor || savings.rows > 1 || costs.rows > 1 || savings.columns !== costs.columns)
      return null;
    const years = Array.from({ length: savings.columns }, (_, year) => year);
    const factors = savings.columns === 1 ? "1" : factor(`{${years.join(",")}}`);
    return answer([savings, costs], within(`SUM((${savings.value}-${costs.value})*${factors})`));
  },
  PARTYEAR: (at) => {
    const month: Domain = { least: 1, most: 12, isWhole: true };
    const [annual, start] = [nativeNumber(at(0)), nativeNumber(at(1), month)];
    const first = at(2);
    const begins =
      first.kind === "one"
        ? nativeNumber(
            {
              kind: "one",
              text: `IF(N(${first.text})=0,IF(OR(ISNUMBER(${first.text}),${first.text}=""),4,${first.text}),${first.text})`,
            },
            month,
          )
        : nativeNumber(first, month, "4");
    if (!isOne(annual) || !isOne(start) || !isOne(begins)) return null;
    const gone = `MOD(${start.value}-${begins.value}+12,12)`;
    const parts = [`${annual.value}*(12-${gone})/12`, annual.value, `${annual.value}*${gone}/12`];
    return answer([annual, start, begins], beside(parts), true);
  },
  REALTERMS: elementwise(
    [{}, { least: 0 }, { least: 0 }],
    [null, null, null],
    ([cash, index, base]) => `IF(${index}+0*(${cash}+${base})=0,#DIV/0!,${cash}*(${base}/IF(${index}=0,1,${index})))`,
  ),
};

/** Row by row and column by column, arguments of one row or column serving all. */
function elementwise(
  domains: readonly Domain[],
  otherwise: readonly (string | null)[],
  text: (values: [string, string, string]) => string,
): Form {
  return (at) => {
    const given = domains.map((domain, index) => nativeNumber(at(index), domain, otherwise[index] ?? undefined));
    const known = given.filter((one) => one !== null);
    if (known.length < domains.length || !fitting(known)) return null;
    return answer(known, text(known.map(({ value }) => value) as [string, string, string]));
  };
}

/** What levers of one year save together. */
function saved(
  at: (index: number) => NativeArgument,
  text: (base: string, kept: string, effects: string) => string,
): NativeForm | null {
  const [base, effects] = [nativeNumber(at(0)), nativeNumber(at(1), { most: 1 })];
  if (!isOne(base) || !effects || effects.columns > 1) return null;
  return answer([base, effects], text(base.value, `(1-${effects.value})`, effects.value));
}

/** A factor by year; null for a schedule that only its cell names. */
function factorOf(schedule: NativeArgument, otherwise: DiscountScheduleName): ((year: string) => string) | null {
  if (schedule.kind === "number") {
    const own = nativeNumber(schedule, rate);
    return own && ((year) => `(1+${own.value})^-${year}`);
  }
  const names = Object.keys(discountSchedules) as DiscountScheduleName[];
  const index = schedule.kind === "omitted" ? names.indexOf(otherwise) : choice(schedule, names);
  if (index === null) return null;
  const { bands } = discountSchedules[names[index]!];
  return (year) =>
    bands
      .map(({ to, rate: yearly }, at) => {
        const from = bands[at - 1]?.to ?? 0;
        const within = to === Infinity ? `${year}-${from}` : `IF(${year}<${to},${year},${to})-${from}`;
        return `${1 + yearly}^-IF(${year}>${from},${within},0)`;
      })
      .join("*");
}

/** The place of a name that stands in the formula itself; null where a cell says it. */
function choice(argument: NativeArgument, names: readonly string[]): number | null {
  if (argument.kind === "omitted") return 0;
  const index = argument.kind === "text" ? names.indexOf(argument.value.trim().toLowerCase()) : -1;
  return index < 0 ? null : index;
}

type OneNumber = NativeNumber & { rows: 1; columns: 1 };

function isOne(number: NativeNumber | null): number is OneNumber {
  return number?.rows === 1 && number.columns === 1;
}

function fitting(numbers: readonly NativeNumber[]): boolean {
  const [rows, columns] = [Math.max(...numbers.map((one) => one.rows)), Math.max(...numbers.map((one) => one.columns))];
  return numbers.every(
    (one) => (one.rows === 1 || one.rows === rows) && (one.columns === 1 || one.columns === columns),
  );
}

function beside(columns: readonly string[]): string {
  return `CHOOSE({${columns.map((_, index) => index + 1).join(",")}},${columns.join(",")})`;
}

/** What is beyond the numbers that a cell can hold is #VALUE!, as the functions have it. */
function within(text: string): string {
  return `IFERROR(${text},#VALUE!)`;
}

/** #VALUE! where a condition does not hold, as the functions have it. */
function answer(numbers: readonly NativeNumber[], text: string, spreads = false): NativeForm {
  const conditions = numbers.flatMap((number) => number.conditions);
  const isArray = spreads || numbers.some(({ rows, columns }) => rows * columns > 1) || text.includes("{");
  if (conditions.length === 0) return { text: `(${text})`, isArray };
  return { text: `IF(IFERROR(AND(${conditions.join(",")}),FALSE),${text},#VALUE!)`, isArray };
}
