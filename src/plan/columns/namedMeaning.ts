import { distance } from "fastest-levenshtein";
import { nameKey } from "../../cells/names";
import { tableKinds } from "../tableKinds";
import { meaningsOf } from "./meanings";

/** Meanings beside those of the columns' records: shares by year, and a column that is left out. */
const others = ["share", "ignored"];

/** The id of the meaning that a text names, by its id or its name; undefined where there is none. */
export function namedMeaning(text: string): string | undefined {
  const key = nameKey(text);
  const known = tableKinds.flatMap(meaningsOf).find(({ id, name }) => nameKey(id) === key || nameKey(name) === key);
  return known?.id ?? others.find((id) => id === key);
}

/** The meanings whose ids or names are written most alike. */
export function nearestMeanings(text: string, most = 3): string[] {
  const key = nameKey(text);
  const all = new Map(tableKinds.flatMap(meaningsOf).map(({ id, name }) => [id, name]));
  const far = (id: string, name: string): number =>
    Math.min(...[id, name].map((one) => distance(key, nameKey(one)) / one.length));
  return [...all]
    .sort(([a, one], [b, other]) => far(a, one) - far(b, other))
    .slice(0, most)
    .map(([id]) => id);
}
