import { catalogue, namespace } from "./catalogue";

/** The functions as formulas name them: what stands before the names, and the names. */
export const ownFunctions = { namespace, names: new Set(catalogue.map(({ name }) => name)) };
