/** The formulas cannot follow the plan at all: one sentence says why. */
export class CannotFollow extends Error {
  override name = "CannotFollow";
}
