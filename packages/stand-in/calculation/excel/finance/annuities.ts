import type { ValueContent } from "@workbooks/xlsx/content";
import { divisionByZero, notANumber, type OwnFunction } from "../ownFunction";

/** Loans and depreciation. */
export const annuities: OwnFunction[] = [
  { name: "RATE", takes: "nnn?nnn", calculate: rateOf },
  { name: "FV", takes: "nnn?nn", calculate: futureValue },
  {
    name: "CUMPRINC",
    takes: "aaaaaa",
    calculate: (rate: number, periods: number, loan: number, from: number, to: number, type: number) =>
      cumulated(rate, periods, loan, from, to, type, (_, principal) => principal),
  },
  {
    name: "CUMIPMT",
    takes: "aaaaaa",
    calculate: (rate: number, periods: number, loan: number, from: number, to: number, type: number) =>
      cumulated(rate, periods, loan, from, to, type, (payment, principal) => payment - principal),
  },
  {
    name: "SYD",
    takes: "nnnn",
    calculate: (cost: number, salvage: number, life: number, period: number) =>
      life <= 0 || period <= 0 || period > life || salvage < 0
        ? notANumber
        : ((cost - salvage) * (life - period + 1) * 2) / (life * (life + 1)),
  },
  { name: "DB", takes: "nnnn?n", calculate: decliningBalance },
  { name: "DDB", takes: "nnnn?n", calculate: doubleDeclining },
  {
    name: "PDURATION",
    takes: "nnn",
    calculate: (rate: number, present: number, future: number) =>
      rate <= 0 || present <= 0 || future <= 0 ? notANumber : (Math.log(future) - Math.log(present)) / Math.log1p(rate),
  },
];

/** Excel gives up where Newton's steps take too long to a rate that stays, as those of 3,300 payments do. */
function rateOf(periods: number, payment: number, present: number, future = 0, type = 0, guess = 0.1): ValueContent {
  if (periods <= 0) return notANumber;
  const due = type === 0 ? 0 : 1;
  const value = (rate: number): number => {
    if (Math.abs(rate) < 1e-12) return present + payment * periods + future;
    const growth = (1 + rate) ** periods;
    return present * growth + (payment * (1 + rate * due) * (growth - 1)) / rate + future;
  };
  const slope = (rate: number): number => {
    const width = 1e-6 * Math.max(1e-3, Math.abs(rate));
    return (value(rate + width) - value(rate - width)) / (2 * width);
  };
  let rate = guess;
  for (let step = 0; step < 50; step++) {
    const next = rate - value(rate) / slope(rate);
    if (!Number.isFinite(next) || next <= -1) return notANumber;
    const isThere = Math.abs(next - rate) < 1e-7;
    rate = next;
    if (!isThere) continue;
    for (let more = 0; more < 5; more++) {
      const better = rate - value(rate) / slope(rate);
      if (Number.isFinite(better)) rate = better;
    }
    return rate;
  }
  return notANumber;
}

function futureValue(rate: number, periods: number, payment: number, present = 0, type = 0): ValueContent {
  if (rate === 0) return -(present + payment * periods);
  if (rate === -1 && periods < 0) return divisionByZero;
  const growth = (1 + rate) ** periods;
  return -(present * growth + (payment * (1 + (type === 0 ? 0 : rate)) * (growth - 1)) / rate);
}

function cumulated(
  rate: number,
  periods: number,
  loan: number,
  first: number,
  last: number,
  type: number,
  part: (payment: number, principal: number) => number,
): ValueContent {
  const [from, to] = [Math.ceil(first), Math.trunc(last)];
  if (rate <= 0 || periods <= 0 || loan <= 0 || first < 1 || to < from || to > periods) return notANumber;
  if (type !== 0 && type !== 1) return notANumber;
  const due = type === 1 ? 1 + rate : 1;
  const growth = (1 + rate) ** periods;
  const payment = (-loan * rate * growth) / (growth - 1) / due;
  let sum = 0;
  for (let period = from; period <= to; period++) {
    const principal =
      type === 1 && period === 1 ? payment : (-loan * rate * (1 + rate) ** (period - 1)) / (growth - 1) / due;
    sum += part(payment, principal);
  }
  return sum;
}

function decliningBalance(cost: number, salvage: number, life: number, period: number, months = 12): ValueContent {
  const month = Math.trunc(months);
  const year = Math.trunc(period);
  if (cost < 0 || salvage < 0 || life <= 0 || year < 1 || month < 1 || month > 12) return notANumber;
  if (year > life + (month < 12 ? 1 : 0)) return notANumber;
  if (cost === 0) return 0;
  const rate = Math.round((1 - (salvage / cost) ** (1 / life)) * 1000) / 1000;
  let total = 0;
  let depreciation = 0;
  for (let at = 1; at <= year; at++) {
    depreciation = at === 1 ? (cost * rate * month) / 12 : (cost - total) * rate;
    if (at > life) depreciation = ((cost - total) * rate * (12 - month)) / 12;
    total += depreciation;
  }
  return depreciation;
}

function doubleDeclining(cost: number, salvage: number, life: number, period: number, factor = 2): ValueContent {
  if (cost < 0 || salvage < 0 || life <= 0 || period <= 0 || period > life || factor <= 0) return notANumber;
  const rate = Math.min(1, factor / life);
  const before = rate === 1 ? (period === 1 ? cost : 0) : cost * (1 - rate) ** (period - 1);
  const after = cost * (1 - rate) ** period;
  return Math.max(0, after < salvage ? before - salvage : before - after);
}
