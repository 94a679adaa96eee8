/**
 * Shows how the stand-in fares against what Excel has calculated, by workbook and by function:
 * `npx tsx test/packages/stand-in/calculation/excel/showComparison.ts [WORD…]`. With words, the cells that differ in
 * workbooks whose path, or formulas whose functions, are so called.
 */
import { compareWorkbook } from "./compare";
import type { ComparedCell } from "./comparedCell";
import { readFacts } from "./facts";

async function show(words: string[]): Promise<void> {
  const isAsked = (text: string) => words.some((word) => text.toUpperCase().includes(word.toUpperCase()));
  const all: ComparedCell[] = [];
  for (const facts of readFacts()) {
    if (words.length > 0 && !isAsked(facts.file) && !isAsked(JSON.stringify(facts))) continue;
    try {
      all.push(...(await compareWorkbook(facts)));
    } catch (error) {
      console.log(`${facts.file} fails: ${String(error)}`);
    }
  }
  if (words.length > 0) {
    const asked = all.filter(({ file, functions }) => isAsked(file) || functions.some((name) => words.includes(name)));
    for (const { file, sheet, address, formula, excel, standIn, outcome } of asked)
      if (outcome === "differs")
        console.log(`${file} ${sheet}!${address} =${formula}  Excel ${text(excel)}, stand-in ${text(standIn)}`);
    console.log(tally(asked));
    return;
  }
  const files = [...new Set(all.map(({ file }) => file))];
  for (const file of files) console.log(`${file}: ${tally(all.filter((cell) => cell.file === file))}`);
  const functions = [...new Set(all.flatMap((cell) => cell.functions))].sort();
  for (const name of functions) console.log(`${name}: ${tally(all.filter((cell) => cell.functions.includes(name)))}`);
  console.log(`All: ${tally(all)}`);
}

function tally(cells: ComparedCell[]): string {
  const count = (outcome: ComparedCell["outcome"]) => cells.filter((cell) => cell.outcome === outcome).length;
  return `${count("agrees")} agree, ${count("differs")} differ, ${count("excused")} excused, ${count("notCalculated")} not calculated`;
}

function text(value: unknown): string {
  return JSON.stringify(value);
}

void show(process.argv.slice(2));
