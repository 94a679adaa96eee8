import type { CellText } from "../../support/grid";
import { amount, effects, leversOf, lines, questions, readAlone } from "../../support/register";

const register = (...headings: string[]): CellText[][] => [
  ["Scheme", "Division", ...headings],
  ["Alpha", "x", 100, 110, 90].slice(0, 2 + headings.length),
  ["Beta", "y", 50, 50, 60].slice(0, 2 + headings.length),
];

describe("savings as planned at several times", () => {
  test("are asked, with what each comes to", () => {
    const reading = readAlone(register("Original plan £k", "Approved plan £k", "Revised plan £k"));
    expect(effects(reading)).toEqual({ Alpha: amount(100), Beta: amount(50) });
    expect(lines(reading)).toEqual([
      "warning Register!D1: 'Approved plan £k' (160 in all) and 'Revised plan £k' (150 in all) show the same savings as planned at another time, and 'Original plan £k' (150 in all) was read; say which counts",
    ]);
  });

  test.each([
    ["'Original plan £k'", 100],
    ["'Approved plan £k'", 110],
    ["'Revised plan £k'", 90],
  ])("%s counts where the user says so", (choice, saving) => {
    const answers = { "planVersion@Register!D1": choice };
    const reading = readAlone(register("Original plan £k", "Approved plan £k", "Revised plan £k"), { answers });
    expect(effects(reading).Alpha).toEqual(amount(saving));
  });

  test.each([
    ["Saving £k", "Revised saving £k"],
    ["Original saving £k", "Latest saving £k"],
    ["Value £k", "Value £k (revised Sept)"],
    ["Original target 26/27", "Current target 26/27"],
    ["Submitted plan 26/27 £k", "Agreed plan 26/27 £k"],
  ])("'%s' beside '%s' is one of them", (...headings) => {
    expect(questions(readAlone(register(...headings))).map(([, , { key }]) => key)).toContainEqual(
      expect.stringMatching(/^planVersion@/),
    );
  });

  test.each([
    ["Saving £k", "Approved budget £k"],
    ["Saving £k", "Revised FYE £k"],
    ["Saving £k", "Current target £k"],
    ["Saving £k", "Latest forecast £k"],
  ])("'%s' beside '%s' is not", (...headings) => {
    const reading = readAlone(register(...headings));
    expect(leversOf(reading)).toHaveLength(2);
    expect(questions(reading).filter(([, , { key }]) => key.startsWith("planVersion"))).toEqual([]);
  });

  test("are none where they say the same", () => {
    const rows = [
      ["Scheme", "Original plan £k", "Revised plan £k"],
      ["Alpha", 100, 100],
      ["Beta", 50, 50],
    ];
    expect(questions(readAlone(rows)).filter(([, , { key }]) => key.startsWith("planVersion"))).toEqual([]);
  });
});
