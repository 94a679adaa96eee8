/** No heading or title is longer; a cell may hold 32,767 characters, and looking through them takes minutes. */
const longest = 1_000;

/** So much of a text as is looked at for years, units and words of headings. */
export function clipped(text: string): string {
  return text.length > longest ? text.slice(0, longest) : text;
}
