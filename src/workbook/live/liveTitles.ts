import type { Breakdown } from "../../plan/breakdown";
import type { LiveId } from "../../plan/live/liveBreakdown";

export type LiveSheetId = LiveId | "reading";

export const liveWords: Record<LiveSheetId, { title: string; says: string }> = {
  summary: { title: "Live Summary", says: "Need, funding and savings year by year" },
  breakdown: { title: "Live Breakdown", says: "Savings by lever" },
  groups: { title: "Live Groups", says: "Savings by group" },
  bridge: { title: "Live Bridge", says: "From gap to remaining gap" },
  position: { title: "Live Position", says: "Position year by year" },
  reading: { title: "Live Reading", says: "How your tables are read" },
};

/** What a sheet is to be called, in at most 31 characters. */
export function liveTitle(id: LiveSheetId, scenario: string): string {
  const suffix = ` ${liveWords[id].title}`;
  return `${scenario.slice(0, 31 - suffix.length).trim()}${suffix}`;
}

/** The id of a sheet among all that runs write. */
export function liveTable(id: LiveSheetId): string {
  return `live_${id}`;
}

/** The sheets of a live breakdown, as a write lists them before it. */
export function liveSheetsOf({ scenario, position }: Breakdown): { id: string; sheetTitle: string }[] {
  const all = Object.keys(liveWords) as LiveSheetId[];
  const there = all.filter((id) => id !== "position" || position !== null);
  return there.map((id) => ({ id: liveTable(id), sheetTitle: liveTitle(id, scenario) }));
}
