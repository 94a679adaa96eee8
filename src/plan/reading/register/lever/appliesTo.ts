import { distance } from "fastest-levenshtein";
import { nameKey } from "../../../../cells/names";
import { allWords } from "../../../columns/words/namedWords";
import { findWord } from "../../../columns/words/wordMap";

/** What a cell of "Applies to" names. */
interface AppliesTo {
  /** Indices of categories, ascending, each once. */
  categories: number[];
  /** Names that are no category, with the nearest that is, if any is near. */
  unknown: { name: string; nearest: string | null }[];
}

/**
 * Reads a category, several (comma or semicolon), or All; blank is All. The longest name that fits is taken first, since names may hold commas;
 * case and outer spaces do not matter.
 */
export function readAppliesTo(text: string, categoryNames: string[]): AppliesTo {
  const all = categoryNames.map((_, index) => index);
  const names = categoryNames.map(nameKey);
  let rest = nameKey(text);
  if (rest === "" || (isAll(rest) && !names.includes(rest))) return { categories: all, unknown: [] };
  const longestFirst = [...all].sort((a, b) => (names[b]?.length ?? 0) - (names[a]?.length ?? 0));
  const found = new Set<number>();
  const unknown: AppliesTo["unknown"] = [];
  while (rest !== "") {
    const match = longestFirst.find((index) => {
      const name = names[index] ?? "";
      return rest.startsWith(name) && /^\s*([,;]|$)/.test(rest.slice(name.length));
    });
    let length = match === undefined ? -1 : (names[match]?.length ?? 0);
    if (match !== undefined) found.add(match);
    else {
      length = rest.search(/[,;]|$/);
      const name = rest.slice(0, length).trim();
      if (isAll(name)) all.forEach((index) => found.add(index));
      else if (name !== "") unknown.push({ name: asWritten(name, text), nearest: nearestOf(name, categoryNames) });
    }
    rest = rest.slice(length).replace(/^\s*[,;]?\s*/, "");
  }
  return { categories: [...found].sort((a, b) => a - b), unknown };
}

function isAll(name: string): boolean {
  return findWord(allWords, name) !== undefined;
}

function asWritten(name: string, text: string): string {
  const plain = text.replace(/\s+/g, " ");
  const at = plain.toLowerCase().indexOf(name);
  return at < 0 ? name : plain.slice(at, at + name.length);
}

/** The category that a slip of the pen turns into the name: of three letters at most one is otherwise. */
function nearestOf(name: string, names: string[]): string | null {
  let nearest: string | null = null;
  let least = Infinity;
  for (const other of names) {
    const key = nameKey(other);
    const slips = distance(name, key);
    if (slips >= least || slips > Math.max(name.length, key.length) / 3) continue;
    least = slips;
    nearest = other;
  }
  return nearest;
}
