import { leversOf, lines, readAlone } from "../../../support/register";

const recurrent = (reading: Parameters<typeof leversOf>[0]) =>
  Object.fromEntries(leversOf(reading).map((one) => [one.name, [one.recurrent, one.isRecurrenceStated]]));

describe("the recurrence of rows under a heading", () => {
  test.each([
    "Non-recurrent",
    "Non recurrent schemes",
    "NON-RECURRENT SAVINGS:",
    "One-off",
    "One off items",
    "B. Non-rec",
  ])("%s: they do not come again", (heading) => {
    const reading = readAlone([
      ["Scheme", "2025/26 £k"],
      ["Recurrent"],
      ["Beds", 100],
      [heading],
      ["Rebate", 80],
      ["Total", 180],
    ]);
    expect(lines(reading)).toEqual(["warning Register!A6: the totals row 'Total' was left out"]);
    expect(recurrent(reading)).toEqual({ Beds: [true, true], Rebate: [false, true] });
    expect(leversOf(reading)[1]?.effect).toMatchObject({ amounts: [80], fullYear: 0 });
  });

  test("comes from the title over the first block, and from the next over the second", () => {
    const reading = readAlone([
      ["Non-recurrent schemes"],
      ["Ref", "Scheme", "Saving £k"],
      ["N1", "Rebate", 80],
      [],
      ["Recurrent schemes"],
      ["Ref", "Scheme", "Saving £k"],
      ["R1", "Beds", 100],
    ]);
    expect(recurrent(reading)).toEqual({ Rebate: [false, true], Beds: [true, true] });
  });

  test("comes from a group so named and from the sheet, and a column goes before all of them", () => {
    const byGroup = readAlone([
      ["Scheme", "Workstream", "Saving £k"],
      ["Beds", "Estates", 100],
      ["Rebate", "One-off savings", 80],
    ]);
    expect(recurrent(byGroup)).toEqual({ Beds: [true, false], Rebate: [false, true] });
    const byColumn = readAlone([
      ["Scheme", "R/NR", "Saving £k"],
      ["Non-recurrent"],
      ["Beds", "R", 100],
      ["Rebate", null, 80],
    ]);
    expect(recurrent(byColumn)).toEqual({ Beds: [true, true], Rebate: [false, true] });
  });

  test("is not said by a heading of both, or of costs", () => {
    const reading = readAlone([
      ["Recurrent and non-recurrent savings 2025/26"],
      ["Scheme", "Saving £k"],
      ["Beds", 100],
      ["Estates"],
      ["Rebate", 80],
    ]);
    expect(recurrent(reading)).toEqual({ Beds: [true, false], Rebate: [true, false] });
  });
});
