/** Sets number formats by range, one request for each block of equal formats; null stays as it is. */
export function formatNumbers(
  sheet: Excel.Worksheet,
  firstRow: number,
  firstColumn: number,
  formats: readonly (readonly (string | null)[])[],
): void {
  for (const { row, column, rowCount, columnCount, format } of formatBlocks(formats)) {
    sheet.getRangeByIndexes(firstRow + row, firstColumn + column, rowCount, columnCount).numberFormat = [[format]];
  }
}

/** The rectangles of equal formats, without those that stay as they are. */
export function formatBlocks(formats: readonly (readonly (string | null)[])[]): (Block & { format: string })[] {
  return equalBlocks(formats).filter((block): block is Block & { format: string } => block.format !== null);
}

interface Block {
  row: number;
  column: number;
  rowCount: number;
  columnCount: number;
  format: string | null;
}

/** Runs of equal formats down each column, joined with the column before where that has the same runs. */
function equalBlocks(formats: readonly (readonly (string | null)[])[]): Block[] {
  const blocks: Block[] = [];
  const width = formats[0]?.length ?? 0;
  let previous: Block[] = [];
  for (let column = 0; column < width; column++) {
    const runs: Block[] = [];
    formats.forEach((line, row) => {
      const format = line[column] ?? null;
      const last = runs.at(-1);
      if (last?.format === format) last.rowCount++;
      else runs.push({ row, column, rowCount: 1, columnCount: 1, format });
    });
    if (haveSameShape(runs, previous)) {
      previous.forEach((block) => block.columnCount++);
    } else {
      blocks.push(...runs);
      previous = runs;
    }
  }
  return blocks;
}

function haveSameShape(a: readonly Block[], b: readonly Block[]): boolean {
  return a.length === b.length && a.every((run, i) => run.format === b[i]?.format && run.rowCount === b[i]?.rowCount);
}
