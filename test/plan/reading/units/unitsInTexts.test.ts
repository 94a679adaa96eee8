import fc from "fast-check";
import { amount, effects, lines, questions, readAlone } from "../../support/register";
import { readWith } from "../../support/sheets";

const asText = "the cell holds a number as text, which was read as a number";

describe("amounts that are texts with a unit of their own", () => {
  test("are in pounds where some are in millions and others in thousands", () => {
    const reading = readAlone([
      ["Scheme", "Saving"],
      ["Fleet", "£1.2m"],
      ["Print", "£350k"],
      ["Phones", "£40,000"],
      ["Total", "£1.59m"],
    ]);
    expect(reading.plan?.unit).toBe("£");
    expect(effects(reading)).toEqual({ Fleet: amount(1_200_000), Print: amount(350_000), Phones: amount(40_000) });
    expect(lines(reading)).toEqual([
      "warning Register!A5: the totals row 'Total' was left out",
      `warning Register!B2: ${asText}`,
    ]);
  });

  test("are in the unit that all of them share", () => {
    const reading = readAlone([
      ["Scheme", "Saving"],
      ["Fleet", "£120k"],
      ["Print", "£350k"],
    ]);
    expect(reading.plan?.unit).toBe("£k");
    expect(effects(reading)).toEqual({ Fleet: amount(120), Print: amount(350) });
  });

  test("reach the unit of the spending, with that said", () => {
    const reading = readWith({
      levers: [
        ["Lever", "Saving", "Applies to"],
        ["A", "£2m", "Acute"],
        ["B", "£40,000", "Acute"],
      ],
    });
    expect(reading.plan?.unit).toBe("£m");
    expect(effects(reading)).toEqual({ A: amount(2), B: amount(0.04) });
    expect(lines(reading)).toContain(
      "warning Levers!B1: 'Saving' is in £ and the plan in £m, so its amounts were divided by 1,000,000",
    );
  });

  test("leave open what a plain number beside them is in", () => {
    const small = readAlone([
      ["Scheme", "Saving"],
      ["Fleet", 120],
      ["Print", "£350k"],
    ]);
    expect(effects(small)).toEqual({ Fleet: amount(120), Print: amount(350) });
    expect(questions(small)).toMatchObject([
      ["warning", "Register!B2", { choices: ["120 is in £", "120 is in £k"], taken: "120 is in £k" }],
    ]);
    const answers = { [small.findings.find(({ question }) => question)?.question?.key ?? ""]: "120 is in £" };
    const answered = readAlone(
      [
        ["Scheme", "Saving"],
        ["Fleet", 120],
        ["Print", "£350k"],
      ],
      { corrections: { answers } },
    );
    expect(answered.plan?.unit).toBe("£");
    expect(effects(answered)).toEqual({ Fleet: amount(120), Print: amount(350_000) });
    expect(questions(answered)).toEqual([]);
    const large = readAlone([
      ["Scheme", "Saving"],
      ["Fleet", 120_000],
      ["Print", "£350k"],
    ]);
    expect(effects(large)).toEqual({ Fleet: amount(120_000), Print: amount(350_000) });
    expect(questions(large)).toEqual([]);
  });

  test("are asked where they say pounds under a heading of thousands", () => {
    const rows = [
      ["Scheme", "Saving £k"],
      ["Fleet", "£25,000"],
      ["Print", "£30k"],
      ["Phones", 12],
      ["Rent", "£40"],
    ];
    expect(lines(readAlone(rows)).filter((line) => line.startsWith("error"))).toEqual([
      "error Register!B2: the text '£25,000' stands under 'Saving £k', which is in £k; say which such amounts are in",
    ]);
    const answered = (choice: string) => {
      const { Fleet, ...others } = effects(readAlone(rows, { answers: { "poundsInTexts@Register!B2": choice } }));
      expect(others).toEqual({ Print: amount(30), Phones: amount(12), Rent: amount(40) });
      return Fleet;
    };
    expect(answered("in £, as the cells say")).toEqual(amount(25));
    expect(answered("in £k, as they are headed")).toEqual(amount(25_000));
  });

  test("say the same however each of them is written", () => {
    const pounds = fc.integer({ min: 10, max: 99_000 }).map((tens) => tens * 100);
    const ways: ((value: number) => string)[] = [
      (value) => `£${value / 1e6}m`,
      (value) => `£${value / 1e3}k`,
      (value) => `${value / 1e3}k`,
      (value) => `£${String(value).replace(/\B(?=(\d{3})+$)/g, ",")}`,
    ];
    fc.assert(
      fc.property(fc.array(fc.tuple(pounds, fc.constantFrom(...ways)), { minLength: 2, maxLength: 6 }), (given) => {
        const reading = readAlone([
          ["Scheme", "Saving"],
          ...given.map(([value, write], index) => [`Scheme ${"ABCDEF"[index]}`, write(value)]),
        ]);
        const scale = { "£": 1, "£k": 1e3, "£m": 1e6 }[reading.plan?.unit ?? ""] ?? NaN;
        const read = Object.values(effects(reading)).map((one) => (one.kind === "amount" ? one.amount * scale : NaN));
        expect(read.map(Math.round)).toEqual(given.map(([value]) => value));
      }),
      { numRuns: 30 },
    );
  });
});
