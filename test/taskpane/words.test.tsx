import { decimalsFor, figure, percent, plainFigure, change } from "../../src/plan/report/words/figures";
import { resultSentences } from "../../src/plan/report/words/resultSentences";
import { bridge } from "../../src/plan/report/bridge/bridge";
import { shares } from "../../src/taskpane/words/shares";
import { checkWords } from "../../src/taskpane/words/checkWords";
import { scenarioWords } from "../../src/taskpane/words/scenarioWords";
import { timeLeft } from "../../src/taskpane/words/timeLeft";
import { evaluate } from "../../src/plan/evaluation/evaluate";
import { readTables } from "../../src/plan/reading/readTables";
import type { Breakdown } from "../../src/plan/breakdown";
import type { Plan } from "../../src/plan/plan";
import { lever, plan } from "../plan/support/plans";
import { forwardView } from "./support/forwardView";

const pounds = { locale: "en-GB", unit: "£bn" };

describe("figures", () => {
  test.each([
    [30, 1],
    [9.99, 2],
    [9.999, 1],
    [113, 0],
    [1234, 0],
    [0.052, 4],
    [0, 1],
  ])("%p needs %p decimals for three significant digits", (value, decimals) => {
    expect(decimalsFor([value])).toBe(decimals);
  });

  test.each([
    ["£bn", 22, "£22.0bn"],
    ["£m", -3.04, "−£3.0m"],
    ["£", 1234.5, "£1,234.5"],
    ["£000", 12, "£12.0 thousand"],
    ["£'000", 12, "£12.0 thousand"],
    ["€ million", 12, "€12.0 million"],
    ["FTE", 1200, "1,200.0 FTE"],
    ["", 5, "5.0"],
  ])("in %p", (unit, value, written) => {
    expect(figure(value, 1, { locale: "en-GB", unit })).toBe(written);
  });

  test("a value that rounds to nothing has no sign", () => {
    expect(plainFigure(-0.04, 1, pounds)).toBe("0.0");
    expect(change(0.04, 1, pounds)).toBe("£0.0bn");
    expect(change(8, 1, pounds)).toBe("+£8.0bn");
    expect(change(-8, 1, pounds)).toBe("−£8.0bn");
  });

  test("the separators are the reader's own", () => {
    expect(plainFigure(-12345.6, 1, { locale: "de-DE", unit: "" })).toBe("−12.345,6");
    expect(percent(0.394, { locale: "en-GB" })).toBe("39%");
    expect(percent(-0.04, { locale: "en-GB" })).toBe("−4%");
    expect(percent(0.001, { locale: "en-GB" })).toBe("<1%");
  });
});

describe("the answer in sentences", () => {
  const { plan } = readTables(forwardView());
  const breakdown = evaluate(plan!, { name: "As planned" });
  const first = (
    changes: Partial<Record<keyof Breakdown["summary"], number | null>>,
    registerTotal = 22,
    changedPlan: Partial<Plan> = {},
  ) => {
    const summary = { ...breakdown.summary };
    for (const [key, value] of Object.entries(changes))
      Object.assign(summary, { [key]: value === null ? null : [value] });
    return resultSentences({ ...breakdown, registerTotal, summary }, { ...plan!, ...changedPlan }, 1, pounds);
  };

  test("part of a gap, by schemes alone", () => {
    expect(first({ savings: 12, remaining: 10, identified: 12, unidentified: 0 }, 12)).toEqual([
      "Schemes of £12.0bn meet 55% of the £22.0bn gap of 2020/21; £10.0bn is to be found.",
      "£6.7bn of the savings counts only against the baseline.",
      "Since 2014/15, need rises by £30.0bn and funding by £8.0bn.",
    ]);
  });

  test("what has no scheme, and what nothing covers", () => {
    const target = first(
      { target: 13.5, gap: 13.5, savings: 8.4, identified: 7.2, unidentified: 1.2, remaining: 5.1 },
      8.4,
    );
    expect(target[0]).toBe(
      "Schemes of £7.2bn meet 53% of the £13.5bn target of 2020/21; £1.2bn has no scheme and a further £5.1bn is uncovered.",
    );
    expect(first({ savings: 5, identified: 0, unidentified: 5, remaining: 17 }, 5)[0]).toBe(
      "No scheme meets the £22.0bn gap of 2020/21 yet; £5.0bn has no scheme and a further £17.0bn is uncovered.",
    );
    expect(first({ savings: 25, identified: 20, unidentified: 5, remaining: -3 }, 25)[0]).toBe(
      "Schemes of £20.0bn meet 91% of the £22.0bn gap of 2020/21; £5.0bn has no scheme and £3.0bn is over.",
    );
  });

  test("a gap that is met whole", () => {
    expect(first({ savings: 22, identified: 22, unidentified: 0, remaining: 0 })[0]).toBe(
      "Schemes of £22.0bn meet the £22.0bn gap of 2020/21.",
    );
  });

  test("a register whose parts work on the same spend", () => {
    const sentences = first({ savings: 20.9, identified: 20.9, unidentified: 0, remaining: 1.1 });
    expect(sentences.at(-1)).toBe("The register comes to £22.0bn, of which £20.9bn counts in 2020/21.");
  });

  test("no gap, and nothing to close", () => {
    expect(first({ savings: 22, gap: -3, remaining: -25, unidentified: 0, identified: 22 })[0]).toBe(
      "There is no gap in 2020/21; schemes save £22.0bn.",
    );
    const alone = { gap: null, need: null, funding: null, remaining: null };
    expect(first({ ...alone, savings: 8.4, identified: 7.2, unidentified: 1.2 }, 11.7)).toEqual([
      "Schemes save £7.2bn in 2020/21, and £1.2bn more has no scheme.",
      "£6.7bn of the savings counts only against the baseline.",
      "The register comes to £11.7bn, of which £8.4bn counts in 2020/21.",
    ]);
  });

  test("costs that exceed the savings", () => {
    expect(first({ savings: -2, identified: -2, unidentified: 0, remaining: 24 }, -2)[0]).toBe(
      "The plan costs more than it saves: it adds £2.0bn to the £22.0bn gap of 2020/21.",
    );
  });

  test("an opening deficit", () => {
    expect(first({}, 22, { funding: { base: 111, byYear: [121] } })).toContain(
      "Since 2014/15, from a deficit of £2.0bn, need rises by £30.0bn and funding by £10.0bn.",
    );
  });

  test("amounts by year without a base say need and funding themselves", () => {
    expect(first({}, 22, { funding: { base: null, byYear: [121] } })).toContain(
      "Without the plan, need of £143.0bn meets funding of £121.0bn.",
    );
  });
});

describe("the parts of a saving", () => {
  const { plan } = readTables(forwardView());
  const breakdown = evaluate(plan!, { name: "As planned" });
  const withGroups = (...amounts: number[]): Breakdown => ({
    ...breakdown,
    summary: { ...breakdown.summary, savings: [amounts.reduce((sum, amount) => sum + amount, 0)] },
    levers: amounts.map((amount, index) => ({
      ...breakdown.levers[0]!,
      group: `Group ${index}`,
      attributed: [amount],
    })),
    groups: amounts.map((amount, index) => ({
      name: `Group ${index}`,
      attributed: [amount],
      fullYearEffect: amount,
      total: amount,
    })),
  });

  test("what rounding leaves has a line of its own", () => {
    expect(shares(withGroups(3.66, 11.26, 0.46), "group")).toMatchObject({ decimals: 1, rounding: -0.1 });
    expect(shares(withGroups(3.7, 11.3), "group").rounding).toBe(0);
  });

  test("a small part does not vanish", () => {
    expect(shares(withGroups(22, 0.04), "group").decimals).toBe(2);
    expect(shares(withGroups(22, 0.0001), "group").decimals).toBe(3);
  });

  test("the bridge lands on what remains, and its smallest steps become one", () => {
    const steps = bridge(withGroups(...Array.from({ length: 30 }, () => 0.5)), { by: "group", most: 10 });
    expect(steps).toHaveLength(12);
    expect(steps.at(-2)).toMatchObject({ name: "21 smaller", amount: -10.5, kind: "saving" });
  });

  test("a lever that costs rises", () => {
    const steps = bridge(withGroups(10, -2), { by: "group", most: 10 });
    expect(steps[2]).toMatchObject({ kind: "cost", amount: 2 });
    expect(steps[2]!.to - steps[2]!.from).toBeCloseTo(2);
  });
});

test("the checks speak of the ramp, what is not identified and what is not assessed", () => {
  const { plan } = readTables(forwardView());
  const breakdown = evaluate(plan!, { name: "As planned" });
  const words = checkWords(breakdown, pounds).map(({ text }) => text);
  expect(words).toContain("Adds up");
  expect(words).toContain("26% of the gap rests on savings not identified");
  expect(words).toContain("Overlap not tested: schemes were taken as separate");
  expect(words.at(-1)).toBe("Certainty not assessed: 0% of the savings have a low–high range");
});

test("a target that is not the gap, and transfers that cancel, are among the checks", () => {
  const trust = (name: string, organisation: string, counterparty: string, amount: number) =>
    lever({ name, organisation, counterparty, effect: { kind: "amount", amount } });
  const levers = [trust("Drugs", "Trust A", "Trust B", 4), trust("Drugs income", "Trust B", "Trust A", -4), lever()];
  const textsOf = (target: number | null): string[] => {
    const written = plan(levers, { target: target === null ? null : [null, null, target] });
    return checkWords(evaluate(written, { name: "x" }), pounds).map(({ text }) => text);
  };
  const transfer = "A transfer, not a saving: 'Drugs' (Trust A) and 'Drugs income' (Trust B) cancel, £4.0";
  expect(textsOf(25)).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^Need less funding is £5\.0\w* below the target of 2017\/18$/),
      expect.stringContaining(transfer),
    ]),
  );
  for (const target of [20, null]) expect(textsOf(target).join()).not.toContain("the target of");
});

test("a scenario says how it differs from the plan as written", () => {
  expect(scenarioWords({ name: "As planned" })).toBe("Everything as the tables say.");
  expect(scenarioWords({ name: "x", overlap: "all", off: ["a", "b"], growthChange: -0.01, method: "lmdi" })).toBe(
    "2 levers off; amounts work on what the other levers leave; growth −1 percentage points; split by Log-mean (LMDI).",
  );
});

describe("the time that a task has left", () => {
  it.each([
    [0.5, 4_000, "about 4 seconds left"],
    [0.25, 4_000, "about 10 seconds left"],
    [0.1, 4_700, "about 40 seconds left"],
    [0.9, 9_000, "about a second left"],
    [0.05, 3_400, "about a minute left"],
    [0.04, 10_000, "about 4 minutes left"],
  ])("is told by what is done: %d after %d ms", (part, milliseconds, told) => {
    expect(timeLeft(part, milliseconds)).toBe(told);
  });

  it.each([
    [null, 5_000],
    [0.02, 5_000],
    [0.5, 900],
    [1, 5_000],
  ])("is not guessed from too little: %s after %d ms", (part, milliseconds) => {
    expect(timeLeft(part, milliseconds)).toBeNull();
  });
});
