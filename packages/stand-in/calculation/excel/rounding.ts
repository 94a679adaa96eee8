import type { ValueContent } from "@workbooks/xlsx/content";
import { divisionByZero, notANumber, type OwnFunction } from "./ownFunction";

/** Rounding to multiples, in the ways that Excel has gathered over time. */
export const rounding: OwnFunction[] = [
  { name: "FLOOR", takes: "nn", calculate: (x: number, step: number) => oldMultiple(x, step, Math.floor) },
  { name: "CEILING", takes: "nn", calculate: (x: number, step: number) => oldMultiple(x, step, Math.ceil) },
  { name: "FLOOR.MATH", takes: "n?nn", calculate: (x: number, step = 1, mode = 0) => multiple(x, step, mode, "down") },
  { name: "CEILING.MATH", takes: "n?nn", calculate: (x: number, step = 1, mode = 0) => multiple(x, step, mode, "up") },
  ...["FLOOR.PRECISE"].map((name) => precise(name, "down")),
  ...["CEILING.PRECISE", "ISO.CEILING"].map((name) => precise(name, "up")),
  {
    name: "MROUND",
    takes: "aa",
    calculate: (x: number, step: number) => {
      if (x === 0 || step === 0) return 0;
      if (x * step < 0) return notANumber;
      return Math.round(steps(x, step)) * step;
    },
  },
  {
    name: "TRUNC",
    takes: "n?n",
    calculate: (x: number, digits = 0) => toDigits(x, digits, Math.trunc),
  },
];

function precise(name: string, to: "up" | "down"): OwnFunction {
  return { name, takes: "n?n", calculate: (x: number, step = 1) => multiple(x, step, 0, to) };
}

function oldMultiple(x: number, step: number, round: (count: number) => number): ValueContent {
  if (x === 0) return 0;
  if (step === 0) return round === Math.floor ? divisionByZero : 0;
  if (x > 0 && step < 0) return notANumber;
  return round(steps(x, step)) * step;
}

function multiple(x: number, step: number, mode: number, to: "up" | "down"): ValueContent {
  if (x === 0 || step === 0) return 0;
  const size = Math.abs(step);
  const round = (to === "up") !== (x < 0 && mode !== 0) ? Math.ceil : Math.floor;
  return round(steps(x, size)) * size;
}

/** How many steps a number is; what is a whole number to 15 digits is one. */
function steps(x: number, step: number): number {
  const count = x / step;
  const whole = Math.round(count);
  return Math.abs(count - whole) <= 1e-15 * Math.abs(count) ? whole : count;
}

function toDigits(x: number, digits: number, round: (x: number) => number): ValueContent {
  const places = Math.trunc(digits);
  if (places > 300) return x;
  if (places < -300) return 0;
  const [mantissa, exponent = "0"] = String(x).split("e");
  const moved = round(Number(`${mantissa}e${Number(exponent) + places}`));
  const [digitsOf, power = "0"] = String(moved).split("e");
  const back = Number(`${digitsOf}e${Number(power) - places}`);
  return Number.isFinite(back) ? back : x;
}
