import { catalogue } from "./catalogue";

/** What functions.json holds; the schema is Microsoft's. */
interface FunctionsMetadata {
  /** A range with an error cell in it reaches the function, whose message says which cell; else the cell's own error would be all. */
  allowErrorForDataTypeAny: true;
  functions: {
    id: string;
    name: string;
    description: string;
    result: { type: "any"; dimensionality: "matrix" };
    /** A message names the cell that is wrong. */
    options: { requiresParameterAddresses: true };
    parameters: {
      name: string;
      description: string;
      type: "any";
      dimensionality: "matrix";
      optional?: true;
    }[];
  }[];
}

/**
 * The metadata of all functions. Every parameter is declared `any` and matrix, scalars too: Excel would coerce or refuse
 * a declared number before our own message could say what is wrong.
 */
export function functionsMetadata(): FunctionsMetadata {
  return {
    allowErrorForDataTypeAny: true,
    functions: catalogue.map((record) => ({
      id: record.name,
      name: record.name,
      description: record.description,
      result: { type: "any", dimensionality: "matrix" },
      options: { requiresParameterAddresses: true },
      parameters: Object.entries(record.parameters).map(([name, { description, optional }]) => ({
        name,
        description,
        type: "any",
        dimensionality: "matrix",
        ...(optional ? { optional } : {}),
      })),
    })),
  };
}
