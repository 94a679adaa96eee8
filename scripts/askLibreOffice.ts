/**
 * Asks LibreOffice for the answers of test/packages/stand-in/calculation/cases/nativeFormulas.json: writes the table's input cells and formulas
 * into a workbook, has LibreOffice calculate it, and writes what it says back into the table. With --check nothing is
 * written; answers that are no longer the same are listed and the script fails. SOFFICE names the program ("soffice").
 */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { newWorkbook } from "@workbooks/xlsx/newWorkbook";
import { patchWorkbook } from "@workbooks/xlsx/patchWorkbook";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import {
  agrees,
  answerAt,
  nativeFormulas,
  nativeFormulasWorkbook,
} from "../test/packages/stand-in/calculation/cases/nativeFormulasWorkbook";
import { convert } from "../test/libreoffice/support/soffice";

const path = join(__dirname, "..", "test", "packages", "stand-in", "calculation", "cases", "nativeFormulas.json");

async function main(): Promise<void> {
  const { content, places } = nativeFormulasWorkbook();
  const bytes = await patchWorkbook(newWorkbook(), content);
  const answered = Object.values(await convert(bytes, "xlsx"))[0];
  if (!answered) throw new Error("LibreOffice wrote no workbook.");
  const sheet = (await readWorkbook(new Uint8Array(answered))).sheets.find(({ name }) => name === "Data");
  const changed: string[] = [];
  nativeFormulas.forEach((formula, index) => {
    const answer = answerAt(
      formula,
      places[index]!,
      (row, column) => sheet?.cells.get(row)?.get(column)?.value ?? null,
    );
    if (!agrees(answer, formula.answer)) changed.push(`${formula.formula}: ${JSON.stringify(answer)}`);
    formula.answer = answer;
  });
  if (!process.argv.includes("--check")) write();
  process.stdout.write(`${nativeFormulas.length} formulas, ${changed.length} answers changed\n${changed.join("\n")}\n`);
  if (process.argv.includes("--check") && changed.length > 0) process.exitCode = 1;
}

/** One formula a line, so that a change can be read. */
function write(): void {
  const table = JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
  const version = execFileSync(process.env["SOFFICE"] ?? "soffice", ["--version"], { encoding: "utf8" });
  table["libreOffice"] = /\d[\d.]+/.exec(version)?.[0];
  const head = Object.entries(table).filter(([key]) => key !== "formulas");
  const lines = head.map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},`);
  const formulas = nativeFormulas.map((formula) => `    ${JSON.stringify(formula)}`).join(",\n");
  writeFileSync(path, `{\n${lines.join("\n")}\n  "formulas": [\n${formulas}\n  ]\n}\n`);
}

void main();
