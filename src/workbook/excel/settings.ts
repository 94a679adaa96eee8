/** The keys of the workbook's settings that are ours. Values are JSON texts, so that every Excel gives them back as they were. */
export const settingKeys = {
  corrections: "savings.corrections",
  lastScenario: "savings.lastScenario",
  /** What whoever wrote the last results had before them. */
  seen: "savings.accepted",
  /** What a run is about to change, for as long as it has not ended. */
  journal: "savings.journal",
  /** How far the run has come that the journal is of: "filling", then "removing" rows and columns. */
  underWay: "savings.underWay",
  /** What a run wrote into one sheet, by the sheet's marker. */
  written: (marker: string) => `savings.written.${marker}`,
} as const;

/** A loaded setting as the value that was kept, or null where there is none or it cannot be read. */
export function settingValue<T>(setting: Excel.Setting): T | null {
  if (setting.isNullObject) return null;
  try {
    return JSON.parse(String(setting.value)) as T;
  } catch {
    return null;
  }
}

/** A loaded setting as the text that is kept, or null where there is none. */
export function settingText(setting: Excel.Setting): string | null {
  return setting.isNullObject ? null : String(setting.value);
}
