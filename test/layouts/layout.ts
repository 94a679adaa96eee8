import type { SheetArea } from "../../src/cells/area";
import type { SheetGrid } from "../../src/plan/reading/sheetGrid";
import type { Places } from "./sketch/renderSketch";
import type { Sketch } from "./sketch/sketch";
import type { PlanTruth } from "./truth/planTruth";

/** A plan on sheets, with what is true of it. */
export interface Layout {
  /** Names of the features that it has, in the order of the grammar. */
  features: string[];
  plan: PlanTruth;
  sheets: SheetGrid[];
  /** What must be asked, each at one of these cells; a layout without is clear. */
  questions: OpenQuestion[];
  /** What a clear layout may be asked about instead of being read. */
  mayBeAsked: OpenQuestion[];
  sketch: Sketch;
  places: Places;
}

export interface OpenQuestion {
  text: string;
  cells: SheetArea[];
}
