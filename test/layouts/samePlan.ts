import type { SheetArea } from "../../src/cells/area";
import type { LeverTruth, PlanTruth } from "./truth/planTruth";

/** What a reader gave. What its plan cannot express at all is undefined and not compared; a list is any one of its values. */
export interface PlanRead extends Partial<Omit<PlanTruth, "levers" | "firstYear">> {
  levers: LeverRead[];
}

export type LeverRead = Pick<LeverTruth, "name" | "effect"> &
  Partial<Omit<LeverTruth, "cashEffect">> & {
    cashEffect?: LeverTruth["cashEffect"][];
    /** Where it was read. */
    area: SheetArea | null;
  };

export interface Difference {
  /** One line: "'Energy' in 2025/26: 4 is true, 4000 was read". */
  says: string;
  part: "years" | "unit" | "prices" | "spending" | "funding" | "target" | "lever";
  /** Which lever and what of it. */
  lever?: { name: string; field: string; area: SheetArea | null };
}

/** What differs between a plan and what was read of it, in one line; null where they are the same plan. */
export function samePlan(expected: PlanTruth, read: PlanRead): string | null {
  const all = differences(expected, read);
  const [first] = all;
  if (!first) return null;
  return all.length === 1 ? first.says : `${first.says} (and ${all.length - 1} more)`;
}

export function differences(expected: PlanTruth, given: PlanRead): Difference[] {
  const read = inUnitOf(expected, given);
  return [
    ...labels("years", [expected.baseYear, ...expected.years], read.years && [read.baseYear ?? "", ...read.years]),
    ...labels("unit", [expected.unit], read.unit === undefined ? undefined : [read.unit]),
    ...labels("prices", [expected.prices], read.prices === undefined ? undefined : [read.prices]),
    ...spending(expected, read),
    ...series("funding", "funding", expected.funding, read.funding),
    ...series("target", "the target", expected.target, read.target),
    ...levers(expected, read.levers),
  ];
}

/** £3m and £3,000k are the same money: a plan in another unit of the same currency is the same plan. */
function inUnitOf({ unit }: PlanTruth, read: PlanRead): PlanRead {
  const [from, to] = [scales[read.unit ?? unit], scales[unit]];
  if (from === undefined || to === undefined || from === to) return read;
  const all = (values: number[]): number[] => values.map((value) => (value * from) / to);
  const some = <T extends number[] | null | undefined>(values: T): T | number[] => (values ? all(values) : values);
  const cost = (name: "investment" | "runningCost", lever: LeverRead): Partial<LeverRead> =>
    lever[name] === undefined ? {} : { [name]: (lever[name] * from) / to };
  return {
    ...read,
    unit,
    ...(read.funding === undefined ? {} : { funding: some(read.funding) }),
    ...(read.target === undefined ? {} : { target: some(read.target) }),
    ...(read.categories === undefined
      ? {}
      : { categories: read.categories && read.categories.map((one) => ({ ...one, spend: all(one.spend) })) }),
    levers: read.levers.map((lever) => ({
      ...lever,
      ...cost("investment", lever),
      ...cost("runningCost", lever),
      effect:
        lever.effect.is === "amounts"
          ? { ...lever.effect, byYear: all(lever.effect.byYear), fullYear: (lever.effect.fullYear * from) / to }
          : lever.effect,
    })),
  };
}

const scales: Record<string, number> = { "£bn": 1e9, "£m": 1e6, "£k": 1e3, "£": 1 };

function labels(part: "years" | "unit" | "prices", expected: string[], read: string[] | undefined): Difference[] {
  if (read === undefined || expected.join(" ") === read.join(" ")) return [];
  return [{ part, says: `${part}: ${expected.join(" ")} is true, ${read.join(" ")} was read` }];
}

/** Ten to the minus nine, of the number itself. */
export function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}

function areNear(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, index) => isNear(value, b[index] ?? NaN));
}

function series(
  part: "funding" | "target",
  name: string,
  expected: number[] | null,
  read: number[] | null | undefined,
): Difference[] {
  if (read === undefined || (expected === null && read === null)) return [];
  if (expected && read && areNear(expected, read)) return [];
  return [{ part, says: `${name}: ${listed(expected)} is true, ${listed(read)} was read` }];
}

function spending({ categories: expected }: PlanTruth, { categories: read }: PlanRead): Difference[] {
  if (read === undefined) return [];
  const found: Difference[] = [];
  for (const one of expected ?? []) {
    const same = read?.find(({ name }) => name === one.name);
    if (!same) found.push({ part: "spending", says: `the category '${one.name}' was lost` });
    else if (!areNear(one.spend, same.spend))
      found.push({
        part: "spending",
        says: `'${one.name}' spends ${listed(one.spend)}, ${listed(same.spend)} was read`,
      });
  }
  const strangers = (read ?? []).filter(({ name }) => !expected?.some((one) => one.name === name));
  return [
    ...found,
    ...strangers.map(({ name }): Difference => ({ part: "spending", says: `'${name}' is no category` })),
  ];
}

/** Levers are told apart by reference and name; two of one name by their order where the reader gives no reference. */
function levers(expected: PlanTruth, read: LeverRead[]): Difference[] {
  const left = [...read];
  const found: Difference[] = [];
  for (const lever of expected.levers) {
    const named = left.filter(({ name }) => name === lever.name || isNamedWithReference(name, lever));
    const same =
      named.find(({ reference }) => reference === lever.reference) ??
      named.find(({ reference }) => reference === undefined);
    if (!same) {
      found.push({
        part: "lever",
        says: `'${lever.name}' was lost`,
        lever: { name: lever.name, field: "row", area: null },
      });
      continue;
    }
    left.splice(left.indexOf(same), 1);
    found.push(...leverDifferences(expected, lever, same));
  }
  for (const { name, area } of left)
    found.push({ part: "lever", says: `'${name}' is no lever and counts as one`, lever: { name, field: "row", area } });
  return found;
}

/** Names that occur twice get their reference beside them. */
function isNamedWithReference(name: string, lever: LeverTruth): boolean {
  return lever.reference !== "" && name.startsWith(lever.name) && name.includes(lever.reference);
}

const fields = [
  ...["group", "kind", "recurrent", "isIdentified", "type", "cashEffect", "status"],
  ...["low", "likely", "high", "investment", "runningCost"],
] as (keyof LeverTruth)[];

function leverDifferences(plan: PlanTruth, lever: LeverTruth, read: LeverRead): Difference[] {
  const { name } = lever;
  const differs = (field: string, expected: string, given: string): Difference => ({
    part: "lever",
    says: `'${name}' ${field}: ${expected} is true, ${given} was read`,
    lever: { name, field, area: read.area },
  });
  const found: Difference[] = [];
  const { effect } = read;
  if (effect.is !== lever.effect.is) found.push(differs("effect", lever.effect.is, effect.is));
  else if (!areNear(lever.effect.byYear, effect.byYear))
    found.push(differs("effect", listed(lever.effect.byYear), listed(effect.byYear)));
  else if (!isNear(lever.effect.fullYear, effect.fullYear))
    found.push(differs("effect", `a full year of ${lever.effect.fullYear}`, String(effect.fullYear)));
  const applies = (names: string[]): string =>
    names.length === 0 || names.length === plan.categories?.length ? "All" : [...names].sort().join("; ");
  if (plan.categories && read.appliesTo && applies(lever.appliesTo) !== applies(read.appliesTo))
    found.push(differs("appliesTo", applies(lever.appliesTo), applies(read.appliesTo)));
  for (const field of fields) {
    const given = read[field as keyof LeverRead] as unknown;
    const choices = Array.isArray(given) ? given : [given];
    if (given === undefined || choices.some((one) => isSame(lever[field], one))) continue;
    found.push(differs(field, String(lever[field]), choices.join(" or ")));
  }
  return found;
}

function isSame(a: unknown, b: unknown): boolean {
  return typeof a === "number" && typeof b === "number" ? isNear(a, b) : a === b;
}

function listed(values: readonly number[] | null | undefined): string {
  return values ? values.map((value) => Number(value.toPrecision(8))).join(" ") : "nothing";
}
