/** The grid's own words in British spelling; addresses of web pages stay as they are. */
export function britishText<T>(texts: T): T {
  if (typeof texts === "string") return (texts.includes("//") ? texts : spelled(texts)) as T;
  if (typeof texts !== "object" || texts === null || Array.isArray(texts)) return texts;
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, britishText<unknown>(text)])) as T;
}

function spelled(text: string): string {
  return text
    .replace(/\b(col|Col)or(s?)\b/g, "$1our$2")
    .replace(/\b(cent|Cent)er(ed)?\b/g, (_, start, end) => `${start}re${end ? "d" : ""}`);
}
