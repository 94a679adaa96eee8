/**
 * What the words of a file stand for. A plain object knows `constructor` and `toString`, too; this one knows no word but
 * its own.
 */
export function wordTable<Meaning>(meanings: Record<string, Meaning>): Readonly<Record<string, Meaning>> {
  return Object.assign(Object.create(null) as Record<string, Meaning>, meanings);
}
