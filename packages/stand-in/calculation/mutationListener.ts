import type { Actor } from "./actors";

/** Who wants to hear of what Univer does to the workbook. */
export interface MutationListener {
  /** A mutation was applied to the workbook. */
  mutated(id: string, params: Record<string, unknown>, by: Actor): void;
  /** One is about to be applied; those of a calculation are not announced. */
  mutating(id: string, params: Record<string, unknown>): void;
}
