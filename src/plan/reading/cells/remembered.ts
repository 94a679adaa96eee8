/** A function of a text that works out each text once: number formats and headings come again for every cell. */
export function remembered<T>(of: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as T;
    if (known.size >= mostTexts) known.clear();
    const made = of(text);
    known.set(text, made);
    return made;
  };
}

const mostTexts = 10_000;
