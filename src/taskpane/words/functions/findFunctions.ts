import Fuse from "fuse.js";
import { catalogue } from "../../../functions/catalogue";
import { families, type Family, type FunctionRecord } from "../../../functions/record";
import { functionTopics } from "./functionTopics";

interface FamilyOfFunctions {
  family: Family;
  records: readonly FunctionRecord[];
}

/**
 * The functions that answer what was typed, best first and grouped by family: by name, by the words of their help and
 * their parameters, and by what else people call it. A slip of the pen does no harm, small words are passed over, and
 * so is a word that no function has. Nothing typed: all of them, in the order of the help.
 */
export function findFunctions(typed: string): FamilyOfFunctions[] {
  const words = wordsOf(typed);
  return words.length === 0 ? grouped(catalogue, families) : ranked(words);
}

export function countOf(found: readonly FamilyOfFunctions[]): number {
  return found.reduce((sum, { records }) => sum + records.length, 0);
}

function ranked(words: readonly string[]): FamilyOfFunctions[] {
  const found = new Map<FunctionRecord, { words: number; score: number }>();
  for (const word of words) {
    for (const [record, score] of matches(word)) {
      const before = found.get(record) ?? { words: 0, score: 0 };
      found.set(record, { words: before.words + 1, score: before.score + score });
    }
  }
  // Those that have the most of the words that were typed, so that each further word narrows the list.
  const most = Math.max(0, ...[...found.values()].map((match) => match.words));
  const best = [...found]
    .filter(([, match]) => match.words === most)
    .sort(([, one], [, other]) => one.score - other.score)
    .map(([record]) => record);
  return grouped(best, [...new Set(best.map(({ family }) => family))]);
}

/** Every function that has the word, with how badly it fits: 0 is a name typed out. */
function matches(word: string): Map<FunctionRecord, number> {
  const found = new Map<FunctionRecord, number>();
  const hits = index().search(word);
  // Where the word, or its beginning, is there as it was typed, words that are merely like it are noise.
  const isThere = hits.some(({ score = 1 }) => score < asTyped);
  for (const { item, score = 1 } of hits) {
    if (isThere && score >= asTyped) continue;
    const misfit = score + item.weight;
    if (misfit < (found.get(item.record) ?? Infinity)) found.set(item.record, misfit);
  }
  return found;
}

/** Fuse's score of a word that begins with what was typed is as good as 0. */
const asTyped = 0.01;

interface IndexedWord {
  word: string;
  record: FunctionRecord;
  /** 0 in a name, more the further the word is from what the function is for. */
  weight: number;
}

let made: Fuse<IndexedWord> | undefined;

/** One entry for each different word of each function, so that a word is likened to words and not to half sentences. */
function index(): Fuse<IndexedWord> {
  made ??= new Fuse(catalogue.flatMap(indexedWords), {
    keys: ["word"],
    includeScore: true,
    threshold: 0.3,
    distance: 30,
    ignoreFieldNorm: true,
  });
  return made;
}

function indexedWords(record: FunctionRecord): IndexedWord[] {
  const parameters = Object.entries(record.parameters);
  const texts: [text: string, weight: number][] = [
    [record.name, 0],
    [`${record.description} ${functionTopics[record.name] ?? ""}`, 0.2],
    [parameters.map(([name]) => `${name} ${name.replaceAll("_", " ")}`).join(" "), 0.4],
    [`${record.result} ${record.examples.map(({ says }) => says).join(" ")} ${record.notes.join(" ")}`, 0.6],
    [`${record.formula} ${parameters.map(([, { description }]) => description).join(" ")}`, 0.7],
  ];
  const weights = new Map<string, number>();
  for (const [text, weight] of texts) {
    for (const word of wordsOf(text)) if (!weights.has(word)) weights.set(word, weight);
  }
  return [...weights].map(([word, weight]) => ({ word, record, weight }));
}

function grouped(records: readonly FunctionRecord[], order: readonly Family[]): FamilyOfFunctions[] {
  return order.map((family) => ({ family, records: records.filter((record) => record.family === family) }));
}

/** "=SAVINGS.ATTRIBUTE(" typed as in a cell is the name alone. */
function wordsOf(text: string): string[] {
  const words = text
    .toLowerCase()
    .replaceAll("savings.", " ")
    .split(/[^\p{L}\p{N}_%]+/u)
    .filter((word) => word !== "" && !smallWords.has(word));
  return [...new Set(words)];
}

const smallWords = new Set(
  "a an and are at be by can do does each for from has how i if in is it its me much my of on or our s so than that the their them this to was we what when where which with would".split(
    " ",
  ),
);
