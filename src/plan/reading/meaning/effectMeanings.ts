/** Meanings that say what a lever saves. */
export const effectMeanings: ReadonlySet<string> = new Set(
  (
    "saving inYear fullYearEffect savingShare yearlyEfficiency recurrentSaving nonRecurrentSaving cashSaving nonCashSaving netSaving grossSaving plan year month quarter " +
    "registerTotal forecast"
  ).split(" "),
);
