/** What a row of a Position table says. */
export type PositionRow = "reported" | "underlying" | "income" | "savings" | "costs" | "once" | "fullYear" | "total";

/** What a row is by its name; null where the name does not say. */
export function positionRow(name: string): PositionRow | null {
  const text = name.toLowerCase();
  const says = (words: RegExp): boolean => words.test(text);
  if (says(/\bunderlying\b|\bnormali[sz]ed\b|\bexit run[ -]rate\b|^recurrent (position|surplus|deficit)/))
    return "underlying";
  if (says(/\bfull[ -]year\b|\bfye\b|\bpart[ -]year\b/)) return "fullYear";
  if (says(/\bdeficit support\b/) && !says(/\bposition\b|\bsurplus\b|\boutturn\b/))
    return isBeforeSupport(name) ? "underlying" : "income";
  if (says(/\bnon[ -]?recurr|\bone[ -]?off|\bnot recurr|\btemporary\b|\breserves?\b|\bnr\b/)) return onceOf(text);
  if (says(/^(sub[ -]?)?totals?\b|\btotal (adjustments?|non)/)) return "total";
  if (says(/\b(position|surplus|deficit|outturn)\b/)) return "reported";
  return null;
}

/** "Deficit before deficit support" holds no support, and may hold what else does not come again. */
export function isBeforeSupport(name: string): boolean {
  return /\b(before|excl\w*|without)\b.*\bdeficit support/i.test(name);
}

function onceOf(text: string): PositionRow {
  if (/^total\b/.test(text)) return "total";
  if (/\b(savings?|cips?|qipp|efficienc\w*|mitigations?|underspends?|slippage|vacanc\w*|benefits?)\b/.test(text))
    return "savings";
  if (/\b(costs?|spend\w*|expenditure|pressures?|investments?|charges?|pay)\b/.test(text)) return "costs";
  if (/\b(income|funding|allocations?|grants?|support|reserves?|receipts?)\b/.test(text)) return "income";
  return "once";
}

/** 1 for what a full-year effect brings, −1 for what it costs, 0 where its name does not say. */
export function signOfFullYear(name: string): 1 | -1 | 0 {
  if (/\b(savings?|cips?|qipp|efficienc\w*|schemes?|income|funding)\b/i.test(name)) return 1;
  return /\b(costs?|pressures?|investments?|pay|awards?|contracts?|developments?|spend\w*|posts?)\b/i.test(name)
    ? -1
    : 0;
}

/** "Deficit" alone, of which a positive number is one. */
export function isDeficitName(name: string): boolean {
  return /\bdeficit\b/i.test(name) && (isBeforeSupport(name) || !/surplus|support|\(deficit\)/i.test(name));
}
