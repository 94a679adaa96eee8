import fc from "fast-check";
import { numberInText } from "../../../../src/plan/reading/cells/amountText";
import { amount, effects, lines, questions, readAlone } from "../../support/register";

const rows = (heading: string, ...amounts: string[]): string[][] => [
  ["Scheme", heading],
  ...amounts.map((text, index) => [`S${index + 1}`, text]),
];

describe("numbers as texts with a decimal comma", () => {
  test("are known by a text that can be read in no other way", () => {
    const reading = readAlone(rows("Saving (T€)", "1.250", "320,5", "85"));
    expect(effects(reading)).toEqual({ S1: amount(1250), S2: amount(320.5), S3: amount(85) });
    expect(reading.plan?.unit).toBe("€k");
    expect(lines(reading)).toEqual([
      "warning Register!B2: the cell holds a number as text, which was read as a number with a decimal comma",
    ]);
  });

  test("are the numbers that were written", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (hundredths) => {
        const value = hundredths / 100;
        const text = value.toLocaleString("de-DE", { minimumFractionDigits: 2 });
        return numberInText(`${text} €`, ",")?.value === value;
      }),
    );
  });
});

describe("three digits behind the only mark", () => {
  test.each([
    ["a point without a currency", "Saving", ["1.250", "3.205"], "they are decimals", [1.25, 3.205]],
    ["a point in euros", "Saving (T€)", ["1.250", "3.205"], "they follow thousands", [1250, 3205]],
    ["a comma beside decimal commas", "Saving €k", ["1,250", "12,5"], "they are decimals", [1.25, 12.5]],
  ])("are asked about, for they change the amount a thousandfold: %s", (_, heading, texts, taken, amounts) => {
    const reading = readAlone(rows(heading, ...texts));
    const [question] = questions(reading);
    expect([question?.[0], question?.[1], question?.[2].taken]).toEqual(["error", "Register!B2", taken]);
    const answers = { "decimalMark@Register!B2": taken };
    expect(effects(readAlone(rows(heading, ...texts), { answers }))).toEqual({
      S1: amount(amounts[0] ?? 0),
      S2: amount(amounts[1] ?? 0),
    });
  });

  test("are decimals in pounds, and beside numbers of their size", () => {
    expect(effects(readAlone(rows("Saving £k", "1.250")))).toEqual({ S1: amount(1.25) });
    const beside = (value: number) => readAlone([...rows("Saving", "1.250", "2.500"), ["S3", value]]);
    expect(effects(beside(4))).toEqual({ S1: amount(1.25), S2: amount(2.5), S3: amount(4) });
    expect(questions(beside(4000))).toHaveLength(1);
  });

  test("are thousands behind commas where nothing else says so", () => {
    expect(effects(readAlone(rows("Saving £k", "1,250", "12.5")))).toEqual({ S1: amount(1250), S2: amount(12.5) });
  });
});

test("spaces between thousands, and a currency behind the number", () => {
  const reading = readAlone(rows("Saving (€)", "1 250 000", "40 000 €", "300\u202f000"));
  expect(effects(reading)).toEqual({ S1: amount(1_250_000), S2: amount(40_000), S3: amount(300_000) });
});
