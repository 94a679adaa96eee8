import type { BarRole, LineRole } from "../../../plan/report/outputTable";

/** The colours of the written sheets; light enough for dark letters on them, and told apart in grey and by colour-blind readers. */
export const palette = {
  /** Letters. */
  heading: "#242424",
  /** Notes under a heading, what stands back. */
  quiet: "#616161",
  /** The tabs of our sheets. */
  tab: "#0F6CBD",
} as const;

interface BarLook {
  /** Null is drawn without. */
  fill: string | null;
  line: { color: string; style: "Continuous" | "Dash" } | null;
}

/** As in the pane: what only counts against the baseline is hollow, what has no scheme is hollow with a dashed line. */
export const barLooks: Record<BarRole, BarLook> = {
  none: { fill: null, line: null },
  end: { fill: "#C8C8C8", line: { color: "#424242", style: "Continuous" } },
  saving: { fill: "#8DB9E5", line: { color: "#0F548C", style: "Continuous" } },
  baselineOnly: { fill: "#FFFFFF", line: { color: "#0F548C", style: "Continuous" } },
  unidentified: { fill: "#FFFFFF", line: { color: "#0F548C", style: "Dash" } },
  cost: { fill: "#F7C9AC", line: { color: "#A33D0F", style: "Continuous" } },
  link: { fill: null, line: { color: "#8A8A8A", style: "Continuous" } },
};

interface LineLook {
  color: string;
  /** In points. */
  weight: number;
  style: "Continuous" | "Dash" | "Dot";
  marker: "Circle" | "Dash" | "Diamond";
  labels: "Top" | "Bottom";
}

/** Told apart by stroke and marker too: what half of the trials reach is thick, the bounds are broken, what the scenario counts is grey. */
export const lineLooks: Record<LineRole, LineLook> = {
  upper: { color: "#0F548C", weight: 1.25, style: "Dash", marker: "Dash", labels: "Top" },
  middle: { color: "#0F548C", weight: 2.25, style: "Continuous", marker: "Circle", labels: "Top" },
  lower: { color: "#0F548C", weight: 1.25, style: "Dash", marker: "Dash", labels: "Bottom" },
  counted: { color: "#616161", weight: 1.25, style: "Dot", marker: "Diamond", labels: "Top" },
};
