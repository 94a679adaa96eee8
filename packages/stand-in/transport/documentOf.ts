import type { StandIn } from "../standIn";
import type { CommonApiOptions } from "./commonApi";

/** The open workbook as Office's common API sees it: its settings, its file and its address. */
export function documentOf(standIn: StandIn, documentUrl: string): CommonApiOptions {
  const { workbook } = standIn;
  return {
    documentUrl,
    file: () => standIn.file(),
    settings: () => [...workbook.settings].map(([key, value]) => [key, JSON.stringify(value)]),
    saveSettings: (settings) => {
      workbook.settings.clear();
      for (const [key, json] of settings) workbook.settings.set(key, JSON.parse(json) as unknown);
      workbook.emit({ kind: "settings", sheet: null });
    },
  };
}
