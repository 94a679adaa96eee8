import { functionsMetadata as addinsOwn } from "../src/functions/metadata";
import { receivedParameters } from "./received";

/** functions.json of the development build: the add-in's, and the one that says what it was called with. */
export function functionsMetadata(): ReturnType<typeof addinsOwn> {
  const metadata = addinsOwn();
  const received: (typeof metadata.functions)[number] = {
    id: "RECEIVED",
    name: "RECEIVED",
    description: "For the self-test: what a function was called with.",
    result: { type: "any", dimensionality: "matrix" },
    options: { requiresParameterAddresses: true },
    parameters: receivedParameters.map((name) => ({
      name,
      description: "Anything.",
      type: "any",
      dimensionality: "matrix",
      optional: true,
    })),
  };
  return { ...metadata, functions: [...metadata.functions, received] };
}
