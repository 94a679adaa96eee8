import fc from "fast-check";
import { columnsOf } from "../../../../src/plan/columns/allColumns";
import { kindOfRowWords } from "../../../../src/plan/columns/words/kindWords";
import { allWords, notKnownWords, unidentifiedWords, unitWords } from "../../../../src/plan/columns/words/namedWords";
import { gateWords, ragWords, riskWords, stoppedWords } from "../../../../src/plan/columns/words/statusWords";
import { oneOffWords, recurrenceWords } from "../../../../src/plan/columns/words/timingWords";
import { leverTypeWords } from "../../../../src/plan/columns/words/typeWords";
import { findWord, wordMap } from "../../../../src/plan/columns/words/wordMap";

const eachWord = columnsOf("levers").flatMap(({ id, values }) =>
  values.holds === "words"
    ? [...values.words].map(([word, meaning]) => ({ id, words: values.words, word, meaning }))
    : [],
);

test("a word is found whatever its case and the spaces about it", () => {
  fc.assert(
    fc.property(fc.constantFrom(...eachWord), fc.boolean(), ({ words, word, meaning }, isUpper) => {
      expect(findWord(words, ` ${isUpper ? word.toUpperCase() : word} `)).toBe(meaning);
    }),
  );
});

test("a word of several parts is found whichever dash is between them", () => {
  for (const dash of ["-", "–", " ", " - "]) expect(findWord(recurrenceWords, `Non${dash}recurrent`)).toBe(false);
  expect(findWord(recurrenceWords, "Nonsense")).toBeUndefined();
});

test("a word cannot mean two things", () => {
  expect(() =>
    wordMap([
      ["Red", "r"],
      ["Amber", "a; R"],
    ] as const),
  ).toThrow("The word 'r' means two things.");
});

test.each([
  ["Cost pressures", "Pressure", kindOfRowWords],
  ["Undelivered savings b/f", "Undelivered brought forward", kindOfRowWords],
  ["Slippage allowance", "Contingency", kindOfRowWords],
  ["Use of reserves", "Funding switch", kindOfRowWords],
  ["Redundancy costs", "One-off cost", kindOfRowWords],
  ["Gap to target", "Target", kindOfRowWords],
  ["On hold", "On hold", stoppedWords],
  ["A/R", "A/R", ragWords],
  ["m", "Medium", riskWords],
  ["Gate 3", "Gate 3", gateWords],
  ["g3", "G3", gateWords],
  ["L0", "L0", gateWords],
  ["Trust–wide", "All", allWords],
  ["TBI", "Unidentified", unidentifiedWords],
  ["–", "not known", notKnownWords],
  ["TBC", "not known", notKnownWords],
  ["0", undefined, notKnownWords],
  ["£'000", 1000, unitWords],
  ["£m", 1e6, unitWords],
  ["Yes", false, oneOffWords],
  ["NR", false, recurrenceWords],
] as [string, unknown, ReadonlyMap<string, unknown>][])("'%s' is %s", (word, meaning, words) => {
  expect(findWord(words, word)).toEqual(meaning);
});

test("a type says with it whether cash is released, or that it is only against the baseline", () => {
  expect(findWord(leverTypeWords, "Income generation")).toEqual({ type: "Income" });
  expect(findWord(leverTypeWords, "Non-cashable")).toEqual({
    type: "Cost reduction",
    cashEffect: "Non-cash-releasing",
  });
  expect(findWord(leverTypeWords, "Baseline assumption")).toEqual({ type: "Cost reduction", baselineOnly: true });
});
