import type { ValueContent } from "@workbooks/xlsx/content";
import { compare } from "../../functions/comparison";
import { wildcards } from "./criteria";
import { isError } from "../ownFunction";

/** What to take where a value is not found: nothing, the next smaller or the next larger one. */
export type Nearest = "none" | "smaller" | "larger";

/**
 * The place of a value in a list that is gone through one by one; -1 where it is not found. Numbers are below texts and
 * these below truth values; errors are no values; only a blank is a blank.
 */
export function searched(
  list: readonly ValueContent[],
  sought: ValueContent,
  nearest: Nearest,
  { fromEnd = false, withWildcards = false } = {},
): number {
  const isPattern = withWildcards && typeof sought === "string" && /[?*~]/.test(sought);
  const matches = isPattern ? wildcards(sought) : null;
  let found = -1;
  for (let step = 0; step < list.length; step++) {
    const index = fromEnd ? list.length - 1 - step : step;
    const value = list[index] ?? null;
    if (isError(value)) continue;
    if (matches ? typeof value === "string" && matches(value) : isSame(value, sought)) return index;
    if (nearest === "none" || value === null || sought === null) continue;
    const [side, nearer] = nearest === "smaller" ? ["<", ">"] : [">", "<"];
    if (compare(value, sought, side) && (found < 0 || compare(value, list[found] ?? null, nearer))) found = index;
  }
  return found;
}

/** As `searched`, by halves: in a list that rises, or falls, of several equal values the one at its lower end. */
export function halved(
  list: readonly ValueContent[],
  sought: ValueContent,
  nearest: Nearest,
  { falls = false } = {},
): number {
  if (sought === null) return list.indexOf(null);
  const places = placesOf(list, () => true);
  if (falls) places.reverse();
  const at = firstWhere(places, (place) => compare(list[place] ?? null, sought, ">="));
  const place = places[at];
  if (place !== undefined && (nearest === "larger" || isSame(list[place] ?? null, sought))) return place;
  return nearest === "smaller" ? (places[at - 1] ?? -1) : -1;
}

/** The last place that is not above the sought value, in a list that rises: what MATCH, VLOOKUP and HLOOKUP take. */
export function lastNotAbove(list: readonly ValueContent[], sought: ValueContent): number {
  const places = placesOf(list, (value) => typeof value === typeof sought);
  return places[firstWhere(places, (place) => compare(list[place] ?? null, sought, ">")) - 1] ?? -1;
}

/** The last place that is not below the sought value, in a list that falls; the first of equal ones. */
export function lastNotBelow(list: readonly ValueContent[], sought: ValueContent): number {
  let found = -1;
  for (const place of placesOf(list, (value) => typeof value === typeof sought)) {
    const value = list[place] ?? null;
    if (isSame(value, sought)) return place;
    if (compare(value, sought, "<")) break;
    found = place;
  }
  return found;
}

function placesOf(list: readonly ValueContent[], isMeant: (value: ValueContent) => boolean): number[] {
  return list.flatMap((value, place) => (value === null || isError(value) || !isMeant(value) ? [] : [place]));
}

function firstWhere(places: readonly number[], is: (place: number) => boolean): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (is(places[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function isSame(value: ValueContent, sought: ValueContent): boolean {
  if (value === null || sought === null) return value === sought;
  return typeof value === typeof sought && compare(value, sought, "=");
}
