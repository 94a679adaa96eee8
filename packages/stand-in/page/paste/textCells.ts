/** Tab-separated text as Excel copies it: lines ended in any way, a cell with a line break or a quote in it quoted. */
export function textCells(text: string): string[][] {
  const rows: string[][] = [[]];
  let rest = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  for (;;) {
    const quoted = /^"((?:[^"]|"")*)"(?=[\t\n]|$)/.exec(rest);
    const isQuoted = quoted !== null && /[\t\n"]/.test(quoted[1] ?? "");
    const raw = isQuoted ? quoted[0] : (/^[^\t\n]*/.exec(rest)?.[0] ?? "");
    rows.at(-1)?.push(isQuoted ? (quoted[1] ?? "").replaceAll('""', '"') : raw);
    const after = rest[raw.length];
    if (after === undefined) return rows;
    if (after === "\n") rows.push([]);
    rest = rest.slice(raw.length + 1);
  }
}
