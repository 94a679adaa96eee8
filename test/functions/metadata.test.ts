import { catalogue } from "../../src/functions/catalogue";
import { functionsMetadata } from "../../src/functions/metadata";
import { families } from "../../src/functions/record";

const { functions } = functionsMetadata();

test("functions.json names every function once, in capitals, without the namespace", () => {
  expect(functions.map(({ id }) => id)).toEqual(catalogue.map(({ name }) => name));
  expect(new Set(functions.map(({ id }) => id)).size).toBe(functions.length);
  for (const { id, name } of functions) {
    expect(name).toBe(id);
    expect(id).toMatch(/^[A-Z]+$/u);
  }
});

test("every parameter and result is declared any and matrix, so that our own messages are seen", () => {
  for (const { parameters, result } of functions) {
    expect(result).toEqual({ type: "any", dimensionality: "matrix" });
    for (const parameter of parameters) expect(parameter).toMatchObject({ type: "any", dimensionality: "matrix" });
  }
});

test("optional parameters say so, and say their default", () => {
  for (const { id, parameters } of functions) {
    for (const [at, parameter] of Object.values(catalogue.find(({ name }) => name === id)!.parameters).entries()) {
      expect(parameters[at]!.optional ?? false).toBe(parameter.optional);
      if (parameter.optional) expect(parameter.description).toMatch(/default/iu);
    }
  }
});

test.each(catalogue.map((record) => [record.name, record] as const))("%s is described in sentences", (_, record) => {
  expect(families).toContain(record.family);
  const sentences = [
    record.description,
    record.result,
    ...record.notes,
    ...record.errors,
    ...record.examples.map(({ says }) => says),
    ...Object.values(record.parameters).map(({ description }) => description),
  ];
  for (const sentence of sentences) expect(sentence).toMatch(/^\S.*[.:%]$/u);
  expect(record.examples.length).toBeGreaterThanOrEqual(2);
});
