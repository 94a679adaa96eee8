import { leversOf, lines, readAlone } from "../../../support/register";

const read = (heading: string, words: string[]) =>
  readAlone([
    ["Scheme", "Saving £k", heading],
    ...words.map((word, index) => [`Scheme ${index + 1}`, 10 + 7 * index * index, word]),
  ]);

test.each(["Confidence", "Deliverability", "Likelihood", "Ease of delivery"])(
  "a high %s is a low risk, and is said",
  (heading) => {
    const reading = read(heading, ["High", "Medium", "Low", "H/M", "Very low"]);
    expect(leversOf(reading).map(({ risk }) => risk)).toEqual(["Low", "Medium", "High", "L/M", "Very high"]);
    expect(lines(reading)).toContain(
      `warning Register!C2: under '${heading}' a high word is a low risk and a low one a high risk`,
    );
  },
);

test.each(["Risk", "Likelihood of non-delivery", "Deliverability risk"])("a high %s is a high risk", (heading) => {
  const reading = read(heading, ["High", "Medium", "Low"]);
  expect(leversOf(reading).map(({ risk }) => risk)).toEqual(["High", "Medium", "Low"]);
  expect(lines(reading)).toEqual([]);
});
