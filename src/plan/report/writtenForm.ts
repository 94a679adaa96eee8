/** How the tables of a run are written: figures, native formulas on the user's cells, or the add-in's own functions on them. All three say the same. */
export type WrittenForm = "values" | "portable" | "live";

/** The forms that this version writes, in the order in which they are offered; the first is taken where nobody chose. */
export const offeredForms: readonly WrittenForm[] = ["values", "live"];
