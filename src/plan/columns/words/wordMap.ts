import { nameKey } from "../../../cells/names";
import { phrases } from "./phrases";

/** Words by what they mean, from lists such as ["Green", "green; g"]. Each word is kept as written and without its dashes and stops; none may mean two things. */
export function wordMap<T>(meanings: readonly (readonly [T, string])[]): ReadonlyMap<string, T> {
  const words = new Map<string, T>();
  for (const [meaning, list] of meanings) {
    for (const word of phrases(list).flatMap((phrase) => [nameKey(phrase), plainWord(phrase)])) {
      if (words.has(word) && words.get(word) !== meaning) throw new Error(`The word '${word}' means two things.`);
      if (word !== "") words.set(word, meaning);
    }
  }
  return words;
}

/** What a cell's text means, whatever its case, spaces, dashes and stops; undefined where the words do not know it. */
export function findWord<T>(words: ReadonlyMap<string, T>, text: string): T | undefined {
  return words.get(nameKey(text)) ?? (signs.test(text) ? words.get(plainWord(text)) : undefined);
}

/** Most texts of cells have none. */
const signs = /[^\p{L}\p{N}%£$€ ]/u;

/** "Non–recurrent." and "non recurrent" are one word; a text of signs alone has none. */
function plainWord(text: string): string {
  return nameKey(text.replace(/[^\p{L}\p{N}%£$€]+/gu, " "));
}
