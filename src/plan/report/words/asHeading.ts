/** A user's words as the heading of a written table, or a part of one: Excel's tables cut headings at 255 characters, and nobody reads as many. */
export function asHeading(words: string): string {
  return words.length > longest ? `${words.slice(0, longest - 1)}…` : words;
}

/** So that two of them, and a few words of ours, stay below Excel's limit. */
const longest = 100;
