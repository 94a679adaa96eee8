import { leversOf, lines, readAlone } from "../../../support/register";

describe("a column of yes and no", () => {
  test.each(["Rec? (Y/N)", "Rec (Y/N)", "Is it recurrent? (Y/N)", "Recurring Y/N", "Ongoing? Yes/No"])(
    "%s says which savings come again",
    (heading) => {
      const reading = readAlone([
        ["Scheme", heading, "Cash releasing? (Y/N)", "Saving £k"],
        ["Beds", "Y", "Y", 100],
        ["Rebate", "N", "Y", 50],
        ["Time release", "Y", "N", 30],
      ]);
      expect(lines(reading)).toEqual([]);
      expect(leversOf(reading).map(({ recurrent }) => recurrent)).toEqual([true, false, true]);
      expect(leversOf(reading)[2]?.cashEffect).toBe("Non-cash-releasing");
    },
  );

  test.each(["Non-rec? (Y/N)", "NR (Y/N)", "Non-recurrent?", "Non-recurring (Y/N)"])(
    "%s asks it the other way round",
    (heading) => {
      const reading = readAlone([
        ["Scheme", heading, "Saving £k"],
        ["Beds", "N", 100],
        ["Rebate", "Y", 50],
      ]);
      expect(leversOf(reading).map(({ recurrent }) => recurrent)).toEqual([true, false]);
    },
  );

  test("under a heading that is not known is said, unless another column says it", () => {
    const rows = (known: string) => [
      ["Scheme", "Hat", known, "Saving £k"],
      ["Beds", "R", "R", 100],
      ["Rebate", "NR", "NR", 50],
    ];
    const left =
      "warning Register!B1: 'Hat' holds 'R' and 'NR', which may say whether the savings come again, and was left out; correct it if it does";
    expect(lines(readAlone(rows("Comments")))).toContain(left);
    expect(lines(readAlone(rows("R/NR")))).toEqual([]);
  });
});
