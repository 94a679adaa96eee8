import { differenceInDifferences, pairedDifferenceInDifferences } from "../../engine/evidence/differenceInDifferences";
import { trendBreak } from "../../engine/evidence/trendBreak";
import { cell, list, optional } from "../arguments/arguments";
import { flag, observation, whole } from "../arguments/elements";
import { invalidValue, notAvailable } from "../errors";
import { defineFunction, type ResultCell } from "../record";
import { loadStudentT } from "../loadStatistics";

const desktopBlanks = "Blank cells are refused, but desktop Excel passes a blank as 0: leave no gaps.";

const sample = (which: string): ReturnType<typeof list<number>> =>
  list(observation(), `${which}, a row or a column of at least 2 observations; blank cells are refused.`);

const diffInDiff = defineFunction({
  name: "DIFFINDIFF",
  family: "Plan against actual",
  description: "Change in a treated group less change in a control group, with its uncertainty.",
  parameters: {
    treated_before: sample("Treated group before the change"),
    treated_after: sample("Treated group after"),
    control_before: sample("Control group before"),
    control_after: sample("Control group after"),
    paired: optional(
      cell(flag(), "TRUE: the entries of before and after are the same units, in order. Default FALSE."),
      false,
    ),
  },
  result: "Two columns, name and value: Effect, Standard error, Lower 95%, Upper 95%, p-value.",
  formula:
    "(mean after − mean before) of treated − the same of control; independent: variance Σ s²/n, degrees of freedom by Satterthwaite; paired: Welch's test of the changes",
  notes: [
    "Use paired = TRUE where the same sites are measured before and after: it takes out what differs between sites. FALSE is for different patients or sites in each sample.",
    "The comparison holds only if both groups would have moved alike without the change; look at earlier periods first.",
    "Sites chosen because they were extreme drift back by themselves; that is not an effect.",
    desktopBlanks,
  ],
  errors: [
    "#VALUE! where a sample has fewer than 2 observations, or paired samples differ in number.",
    "#N/A as the p-value where nothing varies.",
  ],
  examples: [
    {
      formula: "DIFFINDIFF({10;12;11;13},{8;9;8;10},{10;11;12;11},{10;12;11;12})",
      result: [
        ["Effect", -3],
        ["Standard error", 1.0206207261596576],
        ["Lower 95%", -5.256129816100421],
        ["Upper 95%", -0.7438701838995789],
        ["p-value", 0.01393147602731003],
      ],
      says: "Emergency admissions per 1,000 at vanguard and other practices, different practices in each sample.",
    },
    {
      formula: "DIFFINDIFF({10;12;11;13},{8;9;8;10},{10;11;12;11},{10;12;11;12},TRUE)",
      result: [
        ["Effect", -3],
        ["Standard error", 0.5400617248673216],
        ["Lower 95%", -4.433478391815989],
        ["Upper 95%", -1.5665216081840116],
        ["p-value", 0.0035516112224099057],
      ],
      says: "The same where each row is one practice before and after: the interval is narrower.",
    },
  ],
  async compute({ treated_before, treated_after, control_before, control_after, paired }) {
    const samples = { treated_before, treated_after, control_before, control_after };
    for (const [name, values] of Object.entries(samples)) {
      if (values.length < 2) throw invalidValue(`${name} has 1 observation; at least 2 are needed.`);
    }
    if (paired) {
      samePairs({ treated_before, treated_after });
      samePairs({ control_before, control_after });
    }
    const estimate = (paired ? pairedDifferenceInDifferences : differenceInDifferences)(
      { before: treated_before, after: treated_after },
      { before: control_before, after: control_after },
    );
    const { effect, standardError, degreesOfFreedom } = estimate;
    const { halfWidth95, twoSidedP } = await loadStudentT();
    const reach = standardError === 0 ? 0 : halfWidth95(standardError, degreesOfFreedom);
    return [
      ["Effect", effect],
      ["Standard error", standardError],
      ["Lower 95%", effect - reach],
      ["Upper 95%", effect + reach],
      ["p-value", standardError === 0 ? noNoise() : twoSidedP(effect, standardError, degreesOfFreedom)],
    ];
  },
});

function samePairs(pair: Record<string, number[]>): void {
  const [[before, one], [after, other]] = Object.entries(pair) as [[string, number[]], [string, number[]]];
  if (one.length === other.length) return;
  throw invalidValue(
    `${before} has ${one.length} observations but ${after} has ${other.length}; paired samples are the same units.`,
  );
}

function noNoise(): ResultCell {
  return notAvailable("The observations do not vary around the estimate, so there is nothing to test it against.");
}

const interruptedSeries = defineFunction({
  name: "TRENDBREAK",
  family: "Plan against actual",
  description: "Change of level and slope at a point in a time series, with p-values.",
  parameters: {
    values: list(observation(), "One observation per period, in order, at least 5; blank cells are refused."),
    break_at: cell(whole(), "First period after the change, counted from 1; at least 2 periods on either side of it."),
    lags: optional(
      cell(
        whole({ min: 0 }),
        "Lags of Newey–West errors, 0 or more, below the number of values. Default 0: ordinary errors.",
      ),
      0,
    ),
  },
  result:
    "Two columns, name and value: Level change, Level change SE, Level change p, Slope change, Slope change SE, Slope change p, Counterfactual at the end, Actual at the end.",
  formula:
    "values = β₀ + β₁·t + β₂·D + β₃·D·(t − break_at), D = 1 from break_at on; t tests with n − 4 degrees of freedom",
  notes: [
    "Counterfactual at the end is where the old trend would have led.",
    "Monthly data hang together from one month to the next: ordinary errors are then too small; use lags, 3 or more for monthly data.",
    "Anything else that changed at the same time is in the answer too.",
    desktopBlanks,
  ],
  errors: [
    "#VALUE! where there are fewer than 2 periods on either side of break_at, or fewer than 5 in all.",
    "#N/A as p where the fit is perfect.",
  ],
  examples: [
    {
      formula: "TRENDBREAK({10,11,12.2,12.9,14.1,12,11.4,11.2,10.9,10.1},6)",
      result: [
        ["Level change", -3.09],
        ["Level change SE", 0.2061552812808821],
        ["Level change p", 0.000005554727665268536],
        ["Slope change", -1.44],
        ["Slope change SE", 0.07071067811865442],
        ["Slope change p", 9.112985357840218e-7],
        ["Counterfactual at the end", 19.11],
        ["Actual at the end", 10.1],
      ],
      says: "Agency spend rose by 1 a period until price caps came in period 6; level and slope both fell.",
    },
    {
      formula: "TRENDBREAK({10,11,12.2,12.9,14.1,12,11.4,11.2,10.9,10.1},6,2)",
      result: [
        ["Level change", -3.09],
        ["Level change SE", 0.1066979120903742],
        ["Level change p", 1.1229516568515691e-7],
        ["Slope change", -1.44],
        ["Slope change SE", 0.04087922591135052],
        ["Slope change p", 3.488552769132317e-8],
        ["Counterfactual at the end", 19.11],
        ["Actual at the end", 10.1],
      ],
      says: "The same with errors that allow for two periods of memory; ten periods are too few to trust them.",
    },
  ],
  async compute({ values, break_at, lags }) {
    const n = values.length;
    if (n < 5) throw invalidValue(`values has ${n} observations; at least 5 are needed.`);
    if (break_at < 3 || break_at > n - 1) {
      throw invalidValue(
        `break_at is ${break_at}; a whole number from 3 to ${n - 1} is needed, so that 2 periods lie on either side.`,
      );
    }
    if (lags >= n) throw invalidValue(`lags is ${lags}; it must be below the number of values, ${n}.`);
    const found = trendBreak(values, break_at, lags);
    const { twoSidedP } = await loadStudentT();
    const p = (change: number, error: number): ResultCell =>
      error === 0 ? noNoise() : twoSidedP(change, error, found.degreesOfFreedom);
    return [
      ["Level change", found.levelChange],
      ["Level change SE", found.levelError],
      ["Level change p", p(found.levelChange, found.levelError)],
      ["Slope change", found.slopeChange],
      ["Slope change SE", found.slopeError],
      ["Slope change p", p(found.slopeChange, found.slopeError)],
      ["Counterfactual at the end", found.counterfactualAtEnd],
      ["Actual at the end", found.actualAtEnd],
    ];
  },
});

export const evidenceFunctions = [diffInDiff, interruptedSeries];
