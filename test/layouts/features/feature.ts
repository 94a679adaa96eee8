import type { Draw } from "../draw";
import type { Sketch } from "../sketch/sketch";
import type { PlanTruth } from "../truth/planTruth";

/** One thing that people do when they lay a plan out. Adding a feature to the grammar is adding such a record to its topic's list. */
export interface Feature {
  /** "a totals row by name": stands in the list of a failing layout. */
  name: string;
  /** Of two features with a slot in common only the first is laid: two forms of the years, say. */
  slots?: string[];
  /** Whether this plan can be laid so; else the feature is left away. */
  fits?(plan: PlanTruth): boolean;
  /** Changes what is true, so that there is something to lay out: pressures, percents, one-offs. */
  enrich?(plan: PlanTruth, draw: Draw): void;
  /** Changes how it is laid out. An open layout adds to `sketch.questions`. */
  lay?(sketch: Sketch, draw: Draw): void;
  /** The question that the layout leaves open; without it a layout stays clear. */
  opens?: string;
}
