/** A list in one string, as records write headings and words: "Scheme; Scheme name; Project". */
export function phrases(list: string): string[] {
  return list
    .split(";")
    .map((phrase) => phrase.trim().replace(/\s+/g, " "))
    .filter((phrase) => phrase !== "");
}
