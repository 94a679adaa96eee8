import { columnsOf } from "../../../../src/plan/columns/allColumns";
import { isKnownHeading, matchHeading } from "../../../../src/plan/reading/meaning/matchHeading";
import { tableKinds } from "../../../../src/plan/tableKinds";
import type { CellText } from "../../support/grid";
import { effects, lines, readAlone } from "../../support/register";
import { readWith } from "../../support/sheets";

const best = (words: string): [id: string | undefined, how: string | undefined] => {
  const [first] = matchHeading(words, "levers");
  return [first?.record.id, first?.how];
};

test.each(tableKinds)("every column of %s is known by its own name and headings", (table) => {
  for (const { id, name, headings } of columnsOf(table))
    for (const heading of [name, ...headings])
      expect([heading, matchHeading(heading, table)[0]]).toEqual([
        heading,
        expect.objectContaining({ how: "heading", record: expect.objectContaining({ id }) as unknown }),
      ]);
});

test.each([
  ["Planned savings (£m)", "saving"],
  ["PLANNED\nSAVINGS £'000", "saving"],
  ["Scheme name", "lever"],
  ["FYE", "fullYearEffect"],
  ["PYE", "inYear"],
  ["R/NR", "recurrent"],
  ["Yearly efficiency %", "yearlyEfficiency"],
])("case, units and line breaks do not matter: '%s' is %s", (words, id) =>
  expect(best(words)).toEqual([id, "heading"]),
);

test("words around a known heading leave it known, less surely", () => {
  expect(best("Planned savings by scheme")).toEqual(["saving", "words"]);
  // One word of three is too few.
  expect(matchHeading("Investment by scheme", "levers")).toEqual([]);
});

test("slips of the pen: a letter changed, added or left out, or two that changed places", () => {
  for (const [words, id] of [
    ["Savigns", "saving"],
    ["Svings", "saving"],
    ["Recurrrent", "recurrent"],
    ["Organisaton", "organisation"],
  ] as const)
    expect(best(words)).toEqual([id, "likeness"]);
  expect(matchHeading("Saxxxgs", "levers")).toEqual([]);
  expect(matchHeading("x".repeat(101), "levers")).toEqual([]);
});

test("a known heading in a longer text is none", () => {
  expect(isKnownHeading("Saving", tableKinds)).toBe(true);
  expect(isKnownHeading("Saving grace", tableKinds)).toBe(false);
});

test.each([
  ["Notes", "a note"],
  ["Comments", "a note"],
  ["Lead officer", "Ann"],
  ["Status comment", "Green"],
  ["Month 5 actual", 7],
  ["Cost centre", 40123],
  ["Version", 3],
  ["Delivered to date", 4],
  ["Saving ref", 12],
  ["Saving variance", -1],
  ["% complete", 0.5],
  ["Risk-adjusted saving", 3],
  ["Last year saving", 9],
] satisfies [string, CellText][])("'%s' beside Saving takes no part in what the lever saves", (heading, value) => {
  const { plan } = readWith({
    levers: [
      ["Lever", heading, "Saving (£m)"],
      ["Procurement", value, 5],
      ["Estates", value, 3],
    ],
  });
  expect(plan?.levers).toMatchObject(
    [5, 3].map((amount) => ({
      effect: { kind: "amount", amount },
      status: "",
      rag: "",
      risk: "",
      ceiling: 1,
      delivery: { low: null, likely: null, high: null },
    })),
  );
});

test.each([
  ["saving £k net of costs, as approved by the board", "netSaving"],
  ["Saving made each year once the scheme is in place", "saving"],
  ["Start (month in which the scheme is expected to begin)", "start"],
  ["Status: as reported to the programme board in May", "status"],
  ["Organisation, where the scheme is led by one of them", "organisation"],
])("a sentence is known by the words with which it begins: '%s' is %s", (words, id) =>
  expect(best(words)).toEqual([id, "words"]),
);

test.each([
  "Status owner and the date of the review",
  "Investment approved by the board in May",
  "Saving (forecast for the year as at May)",
  "Plan that the board agreed in May",
])("words that turn a heading turn a sentence: '%s'", (words) => expect(matchHeading(words, "levers")).toEqual([]));

test("a register is read under sentences, and says so", () => {
  const reading = readAlone([
    [
      "Scheme",
      "2026/27 saving £k net of costs, as approved by the board",
      "Start (month in which it is expected to begin)",
    ],
    ["A", 10, "2026/27"],
    ["B", 20, "2027/28"],
  ]);
  expect(effects(reading)).toMatchObject({ A: { amount: 10 }, B: { amount: 20 } });
  expect(lines(reading)).toEqual([
    expect.stringMatching(/^warning Register!B1: .* was read as Net saving/),
    expect.stringMatching(/^warning Register!C1: .* was read as Start, since it contains 'start'/),
  ]);
});

test("rows of words over one another are no sentence", () => {
  expect(
    lines(
      readAlone([
        ["Scheme", "Type", "Workstream", "Applies to", null, "Saving (£m)", "Risk-adjusted saving (£m)", "Start"],
        ["Agency premium", "Saving", "Workforce", "Community", null, "£1.3m", "£0.9m", "2019"],
        ["Medicines switching", "Saving", "Workforce", "Acute care", null, "£2.4m", "£1.7m", "2021"],
        ["Theatre productivity", "Saving", "Estates", "Prescribing", null, "£7.2m", "£5m", "2021"],
        ["Outpatient follow-ups", "Saving", "Workforce", "Community", null, "£3.9m", "£2.7m", "2020"],
        ["Estate rationalisation", "Saving", "Estates", "Prescribing", null, "£1.8m", "£1.3m", "2021"],
        ["Slippage allowance", "Contingency", "Workforce", "All", null, -1.3, -0.9, "2019"],
      ]),
    ),
  ).toEqual(["warning Register!F2: the cell holds a number as text, which was read as a number"]);
});
