import { catalogue, namespace } from "../../src/functions/catalogue";
import { commonErrors, families, type Example, type FunctionRecord } from "../../src/functions/record";

const begin = "<!-- functions: written by npm run docs -->";
const end = "<!-- end of functions -->";

/** The README with its table of functions as the records have it. */
export function readmeWithFunctions(readme: string): string {
  const [from, to] = [readme.indexOf(begin), readme.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`README.md must hold '${begin}' and, after it, '${end}'.`);
  return `${readme.slice(0, from + begin.length)}\n${functionTable("docs/functions/")}\n${readme.slice(to)}`;
}

/** File name and text of each page of docs/functions, the list of them included. */
export function functionPages(): Map<string, string> {
  const pages = new Map(catalogue.map((record) => [`${record.name}.md`, functionPage(record)]));
  const errors = commonErrors.map((line) => `- ${line}`).join("\n");
  return pages.set(
    "README.md",
    `# The functions\n\n${functionTable("")}\n\n## Errors of every function\n\n${errors}\n`,
  );
}

function functionTable(folder: string): string {
  const rows = families.flatMap((family) =>
    catalogue
      .filter((record) => record.family === family)
      .map(
        (record) =>
          `| ${family} | [\`${call(record)}\`](${folder}${record.name}.md) | ${cellText(record.description)} |`,
      ),
  );
  return ["| family | function | answers |", "| --- | --- | --- |", ...rows].join("\n");
}

function functionPage(record: FunctionRecord): string {
  const parameters = Object.entries(record.parameters).map(
    ([name, { description, optional }]) => `| \`${name}\` | ${optional ? "no" : "yes"} | ${cellText(description)} |`,
  );
  return [
    `# ${namespace}.${record.name}`,
    record.description,
    `\`\`\`\n=${namespace}.${call(record)}\n\`\`\``,
    `| argument | needed | what it is |\n| --- | --- | --- |\n${parameters.join("\n")}`,
    `**Result.** ${record.result}`,
    `**Formula.** ${record.formula}`,
    `## Examples\n\n${record.examples.map(exampleText).join("\n\n")}`,
    ...section("Good to know", record.notes),
    ...section("Errors", record.errors),
    `All functions: [README.md](README.md)`,
  ]
    .join("\n\n")
    .concat("\n");
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`## ${title}\n\n${lines.map((line) => `- ${line}`).join("\n")}`];
}

function exampleText({ formula, result, says }: Example): string {
  return `${says}\n\n\`\`\`\n=${namespace}.${formula}\n${resultText(result)}\n\`\`\``;
}

/** As Excel writes an array: columns by comma, rows by semicolon. */
function resultText(result: Example["result"]): string {
  if (!Array.isArray(result)) return `→ ${result}`;
  return `→ {${result.map((row) => row.join(", ")).join("; ")}}`;
}

function call({ name, parameters }: FunctionRecord): string {
  const names = Object.entries(parameters).map(([parameter, { optional }]) =>
    optional ? `[${parameter}]` : parameter,
  );
  return `${name}(${names.join(", ")})`;
}

function cellText(text: string): string {
  return text.replace(/\|/g, "\\|");
}
