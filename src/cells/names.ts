import { oneLine } from "./cell";

/** Names of sheets, tables, levers and the like compare without regard to case, and to outer or doubled spaces. */
export function sameName(a: string, b: string): boolean {
  return nameKey(a) === nameKey(b);
}

/** What two names have in common where they are the same: a key for maps and sets. No-break spaces are spaces. */
export function nameKey(name: string): string {
  return oneLine(name).toLowerCase();
}

/** The item of that name, exactly as written if there is one: Excel tells "My plan" from "My  plan". */
export function findNamed<T>(items: Iterable<T>, name: string, nameOf: (item: T) => string): T | undefined {
  const alike = [...items].filter((item) => sameName(nameOf(item), name));
  return alike.find((item) => nameOf(item) === name) ?? alike[0];
}
