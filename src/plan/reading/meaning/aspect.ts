/** What of an amount a column shows; "none" where its words do not say. */
export type Aspect = "none" | "plan" | "actual" | "forecast" | "variance" | "toDate" | "riskAdjusted";

/** What the words of a heading and of the bands over it say of an amount. "Plan" under "Year to date" is to date. */
export function aspectOf(heading: string, bands: readonly string[]): Aspect {
  const own = wordAspect(heading);
  const over = bands.map(wordAspect).filter((aspect) => aspect !== "none");
  const all = [own, ...over];
  for (const aspect of ["variance", "toDate", "riskAdjusted", "actual", "forecast", "plan"] as const)
    if (all.includes(aspect)) return aspect;
  return "none";
}

function wordAspect(text: string): Aspect {
  return patterns.find(({ pattern }) => pattern.test(text))?.aspect ?? "none";
}

const patterns: { aspect: Aspect; pattern: RegExp }[] = [
  {
    aspect: "variance",
    pattern: /\b(var|variance|variation|difference|over\s*\/?\s*\(?under\)?|better\s*\/?\s*\(?worse\)?)\b/i,
  },
  { aspect: "toDate", pattern: /\b(ytd|y\.t\.d|to[ -]date|in[ -]month|this month)\b/i },
  {
    aspect: "riskAdjusted",
    pattern: /\b(risk[ -]?(adjusted|weighted|rated)|weighted|probability[ -]adjusted|adjusted for risk)\b/i,
  },
  { aspect: "actual", pattern: /\b(actuals?|achieved|delivered|realised|realized|banked)\b/i },
  { aspect: "forecast", pattern: /\b(forecasts?|fot|fcst|projected|projection|latest estimate|expected outturn)\b/i },
  { aspect: "plan", pattern: /\b(plan|planned|target|budgeted|original)\b/i },
];

/** Whether the words over a series of years say that each holds the whole saving counted in it, or what is new in it; null where they do not say. */
export function yearSavingsIn(text: string): "each" | "new" | null {
  const isNew =
    /\b(new|additional|incremental|increment|extra|further|annual change|change on (the )?(previous|prior|last) year)\b/i.test(
      text,
    );
  const isEach =
    /\b(cumulative|in[ -]each[ -]year|each year|in[ -]year|running total|in the year|total saving in)\b/i.test(text);
  if (isNew && /\bcumulative\b/i.test(text)) return null;
  return isNew ? "new" : isEach ? "each" : null;
}

/** Whether the words over months say that each holds the sum so far. */
export function saysCumulative(text: string): boolean {
  return /\bcumulative|\bcum\b|\bcumul\.|running total|\bytd\b|year to date/i.test(text);
}

/** What was spent is headed so; it goes before what was meant to be spent. */
export const outturnWords = /\b(out-?turn|actuals?|fot)\b/i;
