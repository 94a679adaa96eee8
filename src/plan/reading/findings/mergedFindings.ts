import { splitAddress } from "../../../cells/address";
import type { Finding } from "../../finding";
import { idOfKey } from "../questions";

/** Errors before warnings; the same fault in many cells of a column is one finding, at the first of them, with a count. */
export function mergedFindings(findings: readonly Finding[]): Finding[] {
  const merged = new Map<string, Finding>();
  for (const finding of findings) {
    const { sheet, area } = splitAddress(finding.cell);
    const column = area.replace(/\d+.*$/, "");
    const asked = finding.question ? idOfKey(finding.question.key) : null;
    const key = JSON.stringify([finding.level, finding.message, finding.about, sheet, column, asked]);
    const before = merged.get(key);
    if (!before) {
      merged.set(key, {
        ...finding,
        message: withShortTexts(finding.message),
        ...(finding.question && { question: { ...finding.question } }),
      });
      continue;
    }
    before.count = (before.count ?? 1) + (finding.count ?? 1);
    ((before.question ?? before).cells ??= [before.cell]).push(finding.cell);
  }
  const all = [...merged.values()];
  return [...all.filter(({ level }) => level === "error"), ...all.filter(({ level }) => level === "warning")];
}

/** A cell may hold 32,767 characters: of a text that a sentence quotes its beginning says which it is. */
function withShortTexts(message: string): string {
  return message.length <= longest ? message : message.replace(/'([^']{60})[^']{20,}'/g, "'$1…'").slice(0, 4 * longest);
}

const longest = 300;
