import { findWord, wordMap } from "../columns/words/wordMap";

/** What a cell says of a claim. */
export type Said = "Yes" | "Asserted" | "No" | "Not applicable" | "Not stated";

/** What makes a text more than an assertion: a date or a reference has a digit; of a person or a method the words themselves are enough. */
export type Proof = "reference" | "words";

/**
 * A cell of the register as an auditor takes it: a bare yes is Asserted; a text with the date, the reference or (where words are proof enough) the
 * method or the person is Yes. What is said to be still to come is No.
 */
export function saidBy(text: string, proof: Proof): Said {
  if (text.trim() === "") return "Not stated";
  const word = findWord(bareWords, text);
  if (word) return word;
  if (/\d/.test(text)) return "Yes";
  return proof === "words" ? "Yes" : "Asserted";
}

const bareWords: ReadonlyMap<string, Said> = wordMap<Said>([
  [
    "Asserted",
    `yes; y; true; t; x; ✓; ✔; ok; done; complete; completed; approved; agreed; signed; signed off; signed-off; in place;
    confirmed; verified; reviewed; validated; checked; provided; available; held; actioned; transacted; removed; green; g;
    low; medium; high; positive; neutral; none identified; no impact`,
  ],
  [
    "No",
    `no; n; false; f; ✗; ✘; none; not done; not started; outstanding; pending; to do; to follow; awaited; awaiting; in progress;
    ongoing; draft; drafted; in draft; not yet; required; to be completed; to be confirmed; to be done; tbc; tbd; ?; red; r;
    amber; a; submitted; with panel; rejected; not approved; not signed; not signed off; unsigned; overdue; missing`,
  ],
  ["Not applicable", "n/a; na; not applicable; not required; not needed; exempt; n.a."],
  ["Not stated", "-; –; —; unknown; not stated; not known"],
]);
