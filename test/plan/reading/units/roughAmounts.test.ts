import { amountInText, numberInText } from "../../../../src/plan/reading/cells/amountText";
import { amount, effects, lines, questions, readAlone } from "../../support/register";

test("an amount that is about so much counts, and is said", () => {
  const rows = [
    ["Scheme", "Saving £k"],
    ["A", "c. £30k"],
    ["B", "circa 20"],
    ["C", "~15"],
    ["D", "approx. £1.5k"],
    ["E", "up to £40k"],
    ["F", "25 p.a."],
    ["G", "£5k per annum"],
    ["H", "8/year"],
  ];
  const reading = readAlone(rows);
  expect(effects(reading)).toEqual({
    ...{ A: amount(30), B: amount(20), C: amount(15), D: amount(1.5), E: amount(40) },
    ...{ F: amount(25), G: amount(5), H: amount(8) },
  });
  expect(lines(reading)).toEqual([
    "warning Register!B2: the cell says about how much it is, which was read as the number itself",
    "warning Register!B7: the cell holds a number as text, which was read as a number",
  ]);
});

test.each(["20+", "£20k+", "20 (est.)", "20 est", "£20k approx", "20 or more", ">20", "£20k minimum", "20 (TBC)"])(
  "%s is about 20",
  (text) => {
    expect(numberInText(text)).toMatchObject({ value: 20, isRough: true });
    expect(
      effects(
        readAlone([
          ["Scheme", "Saving £k"],
          ["A", text],
          ["B", 5],
        ]),
      ),
    ).toEqual({ A: amount(20), B: amount(5) });
  },
);

test.each(["20*", "20 †", "20¹", "20**", "£20k²"])("a footnote's mark is no part of an amount: %s", (text) => {
  expect(numberInText(text)?.value).toBe(20);
});

test("a range counts with its middle, and which end is meant is asked", () => {
  const rows = [
    ["Scheme", "Saving £k"],
    ["A", "£10–15k"],
    ["B", "20 to 30"],
    ["C", 40],
    ["D", "£0.5m - £1m"],
    ["E", ">100"],
  ];
  const reading = readAlone(rows);
  const read = { A: amount(12.5), B: amount(25), C: amount(40), D: amount(750), E: amount(100) };
  expect(effects(reading)).toEqual(read);
  const [[level, cell, question] = []] = questions(reading);
  expect([level, cell, question?.choices]).toEqual([
    ...["warning", "Register!B2"],
    ["the low end", "the middle", "the high end"],
  ]);
  const answered = readAlone(rows, { answers: { "rangeAmount@Register!B2": "the low end" } });
  expect(effects(answered)).toEqual({ ...read, A: amount(10), B: amount(20), D: amount(500) });
});

test.each(["15-10", "2024-25", "1-2-3", "10%-20", "10 - n/a"])("'%s' is no range", (text) => {
  expect(amountInText(text)).toBeNull();
});

test.each([
  "C30",
  "c30",
  "C 30",
  "est",
  "about",
  "circa",
  "up to",
  "p.a.",
  "£30k per month",
  "+",
  "tbc",
  "A+",
  "20 plus 5",
])("'%s' is no amount", (text) => {
  expect(numberInText(text)).toBeNull();
});
