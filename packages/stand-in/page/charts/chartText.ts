import type { ValueContent } from "@workbooks/xlsx/content";

/** Breaks a label into lines at its spaces, before the chart would break it within "2020/21". */
export function atSpaces(label: string, width: number, letter = LETTER): string {
  const most = Math.max(1, Math.floor(width / letter));
  const lines: string[] = [];
  for (const word of label.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join("\n");
}

/** Pixels that a letter of the labels takes, a little above the average. */
export const LETTER = 7;

export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

export function labelOf(value: ValueContent): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "object" ? value.error : String(value);
}
