import type { Cell } from "../../cells/cell";
import { sameName } from "../../cells/names";
import type { DiscountRate } from "../../engine/value/discount";
import { discountSchedules, type DiscountScheduleName } from "../../engine/value/discountSchedules";
import { Fault, mayBeBlank, describeCell, plainValue } from "./cells";

/** How one cell of an argument is read, and what it may hold. */
export interface Element<T> {
  kind: "number" | "label" | "choice" | "flag" | "schedule" | "year" | "cell";
  /** In words for the help: "a fraction above −1 and below 1". */
  domain: string;
  /** Values of the right kind outside the domain, for the tests that walk the catalogue. */
  outside: readonly unknown[];
  /** Whether a blank cell is refused. */
  blankRefused: boolean;
  /** It counts something, or names it: where 0 is outside its domain nobody means it, and a blank cell may stand for the default. */
  isCountOrName?: true;
  read(cell: unknown): T | Fault;
}

/** Bounds of a number. */
interface Domain {
  min?: number;
  max?: number;
  /** Exclusive bounds. */
  above?: number;
  below?: number;
  whole?: boolean;
  /** What to add to the message: "a lever cannot save more than the base". */
  because?: string;
}

/** A number; blank is 0. Text, TRUE and FALSE are refused, never coerced. */
export function number(domain: Domain = {}): Element<number> {
  const says = describeDomain(domain);
  return {
    kind: "number",
    domain: says,
    outside: outsideOf(domain),
    blankRefused: !contains(domain, 0),
    read(cell) {
      const value = readNumber(cell);
      if (value instanceof Fault || contains(domain, value)) return value;
      return new Fault(`is ${value}; ${says} is needed${domain.because ? `: ${domain.because}` : ""}`);
    },
  };
}

/** A yearly rate as a fraction: above −1 and below 1. */
export function rate(): Element<number> {
  return {
    kind: "number",
    domain: "a fraction above -1 and below 1 (2% is 0.02)",
    outside: [1, -1, 2, -3.5],
    blankRefused: false,
    read(cell) {
      const value = readNumber(cell);
      if (value instanceof Fault || (value > -1 && value < 1)) return value;
      return new Fault(`is ${value}; a rate is a fraction above -1 and below 1: 2 means 200%, 2% is 0.02`);
    },
  };
}

/** A whole number. */
export function whole(domain: Domain = {}): Element<number> {
  return { ...number({ ...domain, whole: true }), isCountOrName: true };
}

/** An observation: a number, where blank is not 0 but missing, and refused. (Desktop Excel passes a blank as 0.) */
export function observation(): Element<number> {
  return {
    kind: "number",
    domain: "a number; blank cells are refused",
    outside: [],
    blankRefused: true,
    read(cell) {
      const value = plainValue(cell);
      if (value === null || value === undefined || value === "") {
        return new Fault("is blank; an observation is needed in every cell");
      }
      return readNumber(value);
    },
  };
}

/** A label; blank is "". Numbers are taken as text. */
export function label(): Element<string> {
  return {
    kind: "label",
    domain: "text",
    outside: [],
    blankRefused: false,
    read(cell) {
      const value = plainValue(cell);
      if (mayBeBlank(value)) return "";
      if (typeof value === "string") return value.trim();
      if (typeof value === "number" || typeof value === "boolean") return String(value).toUpperCase();
      return new Fault(`is ${describeCell(value)}; a label is needed`);
    },
  };
}

/** Whatever a cell of the user's tables holds: an error as such, a blank as Excel passes it. */
export function content(): Element<Cell> {
  return {
    kind: "cell",
    domain: "what the cells of a table hold",
    outside: [],
    blankRefused: false,
    read(cell) {
      const value = plainValue(cell);
      if (value === null || value === undefined) return null;
      if (typeof value === "string" || typeof value === "boolean") return value;
      if (typeof value === "number" && Number.isFinite(value)) return value;
      const { code, basicValue } = value as { code?: unknown; basicValue?: unknown };
      const error = typeof code === "string" ? code : basicValue;
      if (typeof error === "string" && error.startsWith("#")) return { error };
      return new Fault(`is ${describeCell(value)}; a number, a date or text is needed`);
    },
  };
}

/** One of some names, without regard to case and outer spaces. */
export function choice<Name extends string>(names: readonly Name[]): Element<Name> {
  const known = names.join(", ");
  return {
    kind: "choice",
    isCountOrName: true,
    domain: `one of ${known}`,
    outside: ["nonesuch"],
    blankRefused: true,
    read(cell) {
      const value = plainValue(cell);
      if (mayBeBlank(value)) return new Fault(`is blank; one of ${known} is needed`);
      if (typeof value !== "string") return new Fault(`is ${describeCell(value)}; one of ${known} is needed`);
      const found = names.find((name) => sameName(name, value));
      return found ?? new Fault(`is '${value}', which is unknown; one of ${known} is needed`);
    },
  };
}

/** TRUE or FALSE; 1 and 0 are taken as such, and blank is FALSE. */
export function flag(): Element<boolean> {
  return {
    kind: "flag",
    domain: "TRUE or FALSE",
    outside: [2],
    blankRefused: false,
    read(cell) {
      const value = plainValue(cell);
      if (mayBeBlank(value)) return false;
      if (typeof value === "boolean") return value;
      if (value === 1) return true;
      return new Fault(`is ${describeCell(value)}; TRUE or FALSE is needed`);
    },
  };
}

/** A discount schedule by name, or one real rate. */
export function schedule(): Element<DiscountRate> {
  const names = Object.keys(discountSchedules) as DiscountScheduleName[];
  const plainRate = rate();
  return {
    kind: "schedule",
    domain: `${names.map((name) => `"${name}"`).join(", ")} or a yearly rate above -1 and below 1`,
    outside: ["nonesuch", 1, -1, 3.5],
    blankRefused: false,
    read(cell) {
      const value = plainValue(cell);
      if (typeof value !== "string" || mayBeBlank(value)) return plainRate.read(value);
      const found = names.find((name) => sameName(name, value));
      return found ?? new Fault(`is '${value}', which is unknown; ${names.join(", ")} or a rate is needed`);
    },
  };
}

function readNumber(cell: unknown): number | Fault {
  const value = plainValue(cell);
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (mayBeBlank(value)) return 0;
  return new Fault(`is ${describeCell(value)}; a number is needed`);
}

function contains(domain: Domain, value: number): boolean {
  const { min = -Infinity, max = Infinity, above = -Infinity, below = Infinity } = domain;
  if (domain.whole && !Number.isSafeInteger(value)) return false;
  return value >= min && value <= max && value > above && value < below;
}

function describeDomain(domain: Domain): string {
  const { min, max } = domain;
  if (min !== undefined && max !== undefined)
    return `${domain.whole ? "a whole number" : "a number"} from ${min} to ${max}`;
  const bounds = [
    domain.above !== undefined ? `above ${domain.above}` : domain.min !== undefined ? `of at least ${domain.min}` : "",
    domain.below !== undefined ? `below ${domain.below}` : domain.max !== undefined ? `of at most ${domain.max}` : "",
  ].filter((bound) => bound !== "");
  return [domain.whole ? "a whole number" : "a number", bounds.join(" and ")].filter((part) => part !== "").join(" ");
}

function outsideOf(domain: Domain): number[] {
  const outside: number[] = [];
  if (domain.whole) outside.push(1.5);
  if (domain.min !== undefined) outside.push(domain.min - 1);
  if (domain.max !== undefined) outside.push(domain.max + 1);
  if (domain.above !== undefined) outside.push(domain.above);
  if (domain.below !== undefined) outside.push(domain.below);
  return outside;
}
