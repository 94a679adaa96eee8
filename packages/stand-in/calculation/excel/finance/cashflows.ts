import {
  type BaseFunction,
  type BaseValueObject,
  type FunctionVariantType,
  type IFunctionService,
} from "@univerjs/engine-formula";
import type { ValueContent } from "@workbooks/xlsx/content";
import { valueObject, valueOf } from "../../functions/addinFunction";
import { replaceCalculation } from "../../functions/nativeFunctions";
import { numberOf } from "../numbers";
import { divisionByZero, isError, notANumber, wrongValue, type ErrorContent } from "../ownFunction";
import { gridOf } from "../searching/ranges";

/** Rates of return of payments in a range. */
export function mendCashflows(functions: IFunctionService): void {
  const mend = (name: string, calculate: (variants: FunctionVariantType[]) => ValueContent) => {
    const executor = functions.getExecutor(name) as BaseFunction | undefined;
    if (executor)
      executor.calculate = ((...variants: FunctionVariantType[]) =>
        valueObject(calculate(variants))) as BaseFunction["calculate"];
  };
  mend("IRR", ([values, guess]) => irr(values as FunctionVariantType, guess));
  mend("XIRR", ([values, dates, guess]) => xirr(values as FunctionVariantType, dates as FunctionVariantType, guess));
  mend("MIRR", ([values, finance, reinvestment]) =>
    mirr(values as FunctionVariantType, finance as FunctionVariantType, reinvestment as FunctionVariantType),
  );
  // What is no number is left out; then there are more dates than payments.
  replaceCalculation(functions, "XNPV", (variants, before) => {
    const [payments, dates] = [variants[1], variants[2]].map((variant) => (variant ? listOf(variant) : []));
    if (isError(payments) || isError(dates)) return before(variants as BaseValueObject[]);
    const numbers = [payments, dates].map((list) => (Array.isArray(list) ? list : []).filter(isNumber).length);
    return numbers[0] === numbers[1] ? before(variants as BaseValueObject[]) : valueObject(notANumber);
  });
}

function irr(variant: FunctionVariantType, guessed: FunctionVariantType | undefined): ValueContent {
  const list = listOf(variant);
  const guess = single(guessed, 0.1);
  if (isError(list)) return list;
  if (isError(guess)) return guess;
  if (guess <= -1) return wrongValue;
  const payments = list.filter(isNumber);
  return rate(
    payments.map((amount, time) => ({ amount, time })),
    guess,
  );
}

function xirr(
  values: FunctionVariantType,
  days: FunctionVariantType,
  guessed: FunctionVariantType | undefined,
): ValueContent {
  const [payments, dates, guess] = [listOf(values), listOf(days), single(guessed, 0.1)];
  for (const one of [payments, dates, guess]) if (isError(one)) return one;
  const [amounts, times] = [payments as ValueContent[], dates as ValueContent[]];
  if ([...amounts, ...times].some((value) => typeof value === "string" || typeof value === "boolean"))
    return wrongValue;
  if (amounts.length !== times.length || (guess as number) <= -1) return notANumber;
  const numbers = times.map((time) => Math.trunc(Number(time)));
  const [first = 0] = numbers;
  if (numbers.some((time) => time < first || time < 0)) return notANumber;
  return rate(
    amounts.map((amount, index) => ({ amount: Number(amount), time: ((numbers[index] as number) - first) / 365 })),
    guess as number,
  );
}

interface Payment {
  amount: number;
  time: number;
}

/** The rate at which payments are worth nothing, nearest to the guess: Newton's steps, then halves of where the sign changes. */
function rate(payments: Payment[], guess: number): ValueContent {
  if (!payments.some(({ amount }) => amount > 0) || !payments.some(({ amount }) => amount < 0)) return notANumber;
  const value = (at: number) => payments.reduce((sum, { amount, time }) => sum + amount * (1 + at) ** -time, 0);
  const slope = (at: number) =>
    payments.reduce((sum, { amount, time }) => sum - time * amount * (1 + at) ** (-time - 1), 0);
  let at = guess;
  for (let step = 0; step < 100; step++) {
    const next = at - value(at) / slope(at);
    if (!(next > -1) || !Number.isFinite(next)) break;
    if (Math.abs(next - at) <= 1e-15 * Math.max(1, Math.abs(next))) return next;
    const isClose = Math.abs(next - at) < 1e-12;
    at = next;
    if (isClose && step > 50) return at;
  }
  return bracketed(value, guess) ?? notANumber;
}

function bracketed(value: (at: number) => number, guess: number): number | null {
  let [low, high] = [guess, guess];
  for (let step = 0; step < 60; step++) {
    [low, high] = [(low - 1) / 2, high * 2 + 0.1];
    if (value(low) * value(high) > 0) continue;
    const isRising = value(low) < 0;
    for (let halving = 0; halving < 200; halving++) {
      const middle = (low + high) / 2;
      if (value(middle) < 0 === isRising) low = middle;
      else high = middle;
    }
    return low < -1 + 1e-9 ? null : (low + high) / 2;
  }
  return null;
}

function mirr(
  values: FunctionVariantType,
  financing: FunctionVariantType,
  reinvesting: FunctionVariantType,
): ValueContent {
  const [list, finance, reinvestment] = [listOf(values), single(financing, 0), single(reinvesting, 0)];
  for (const one of [list, finance, reinvestment]) if (isError(one)) return one;
  const payments = (list as ValueContent[]).filter(isNumber);
  const last = payments.length - 1;
  let [spent, earned] = [0, 0];
  payments.forEach((amount, time) => {
    if (amount < 0) spent -= amount * (1 + (finance as number)) ** -time;
    else if (amount > 0) earned += amount * (1 + (reinvestment as number)) ** (last - time);
  });
  if (spent === 0 || last < 1) return divisionByZero;
  const result = (earned / spent) ** (1 / last) - 1;
  return Number.isFinite(result) ? result : notANumber;
}

function isNumber(value: ValueContent): value is number {
  return typeof value === "number";
}

/** The values of a range, row by row, or the first error among them. */
function listOf(variant: FunctionVariantType): ValueContent[] | ErrorContent {
  if (variant.isError()) return valueOf(variant as BaseValueObject) as ErrorContent;
  const values = gridOf(variant).values.flat();
  return values.find(isError) ?? values;
}

function single(variant: FunctionVariantType | undefined, leftOut: number): number | ErrorContent {
  if (!variant) return leftOut;
  const value = gridOf(variant).values[0]?.[0] ?? null;
  if (isError(value)) return value;
  return numberOf(value) ?? wrongValue;
}
