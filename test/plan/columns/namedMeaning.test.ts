import { namedMeaning, nearestMeanings } from "../../../src/plan/columns/namedMeaning";

test.each([
  ["saving", "saving"],
  ["Saving %", "savingShare"],
  ["Full-year effect", "fullYearEffect"],
  ["share", "share"],
  ["Ignored", "ignored"],
  ["magic", undefined],
])("'%s' names the meaning %s", (text, id) => {
  expect(namedMeaning(text)).toBe(id);
});

test.each([
  ["savings", "saving"],
  ["fullyear", "fullYearEffect"],
  ["yearlyEficiency", "yearlyEfficiency"],
])("'%s' is nearest to %s, among three", (text, id) => {
  expect(nearestMeanings(text)[0]).toBe(id);
  expect(nearestMeanings(text)).toHaveLength(3);
});
