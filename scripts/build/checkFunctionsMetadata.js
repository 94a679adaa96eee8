/** What Microsoft's custom functions metadata allows, as rules: https://learn.microsoft.com/office/dev/add-ins/excel/custom-functions-json */

const types = ["any", "boolean", "number", "string"];
const dimensions = ["scalar", "matrix"];
const functionKeys = ["id", "name", "description", "helpUrl", "parameters", "result", "options"];
const parameterKeys = ["name", "description", "type", "dimensionality", "optional", "repeating", "cellValueType"];

/**
 * @param {unknown} metadata content of functions.json
 * @returns {string[]} one sentence per fault; none when it is well formed
 */
function checkFunctionsMetadata(metadata) {
  if (!metadata || !Array.isArray(metadata.functions) || metadata.functions.length === 0) {
    return ["there is no list 'functions' with at least one function in it."];
  }
  return [
    ...metadata.functions.flatMap(checkFunction),
    ...doubles(metadata.functions, "id"),
    ...doubles(metadata.functions, "name"),
  ];
}

function checkFunction(one) {
  const who = `function '${one.id ?? one.name ?? "?"}'`;
  const faults = unknownKeys(one, functionKeys, who);
  if (!/^[A-Z0-9._]{1,128}$/i.test(one.id ?? "")) faults.push(`${who}: id must be letters, digits, '.' and '_' only.`);
  if (!/^\p{L}[\p{L}\p{N}._]{0,127}$/u.test(one.name ?? "")) {
    faults.push(`${who}: name must start with a letter and hold only letters, digits, '.' and '_'.`);
  }
  if (typeof one.description !== "string" || one.description.trim() === "")
    faults.push(`${who}: description is missing.`);
  if (one.helpUrl !== undefined && !/^https:\/\//.test(one.helpUrl))
    faults.push(`${who}: helpUrl must be an https address.`);
  if (!Array.isArray(one.parameters))
    return [...faults, `${who}: parameters must be a list, empty where there are none.`];
  if (!one.result || typeof one.result !== "object") faults.push(`${who}: result is missing.`);
  else faults.push(...checkKind(one.result, `${who}, result`));
  one.parameters.forEach((parameter, index) => faults.push(...checkParameter(parameter, index, one.parameters, who)));
  return [...faults, ...doubles(one.parameters, "name").map((fault) => `${who}: ${fault}`)];
}

function checkParameter(parameter, index, all, who) {
  const what = `${who}, parameter '${parameter.name ?? index + 1}'`;
  const faults = [...unknownKeys(parameter, parameterKeys, what), ...checkKind(parameter, what)];
  if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(parameter.name ?? "")) faults.push(`${what}: name must be one word.`);
  if (typeof parameter.description !== "string" || parameter.description.trim() === "") {
    faults.push(`${what}: description is missing.`);
  }
  if (!parameter.optional && all.slice(0, index).some((before) => before.optional)) {
    faults.push(`${what}: a parameter that is needed may not follow an optional one.`);
  }
  if (parameter.repeating && index < all.length - 1) faults.push(`${what}: only the last parameter may repeat.`);
  return faults;
}

function checkKind({ type, dimensionality }, what) {
  const faults = [];
  if (type !== undefined && !types.includes(type))
    faults.push(`${what}: type '${type}' is none of ${types.join(", ")}.`);
  if (dimensionality !== undefined && !dimensions.includes(dimensionality)) {
    faults.push(`${what}: dimensionality '${dimensionality}' is neither scalar nor matrix.`);
  }
  return faults;
}

function unknownKeys(one, known, what) {
  return Object.keys(one)
    .filter((key) => !known.includes(key))
    .map((key) => `${what}: '${key}' is not known to Excel.`);
}

function doubles(list, key) {
  const seen = new Set();
  const faults = [];
  for (const one of list) {
    const value = String(one[key]).toUpperCase();
    if (seen.has(value)) faults.push(`${key} '${one[key]}' is there twice.`);
    seen.add(value);
  }
  return faults;
}

module.exports = { checkFunctionsMetadata };
