/** What is wrong with a cell, as the rest of a sentence that begins with where it stands: "is text 'n/a'; a number is needed". */
export class Fault {
  constructor(readonly says: string) {}
}

/** The plain value of a cell: rich values (a number with a currency, say) come as objects that carry it. */
export function plainValue(cell: unknown): unknown {
  if (typeof cell !== "object" || cell === null || cell instanceof Error) return cell;
  const { basicType, basicValue, type } = cell as { basicType?: unknown; basicValue?: unknown; type?: unknown };
  return basicValue === undefined || basicType === "Error" || type === "Error" ? cell : basicValue;
}

/** Blank cells arrive as 0 on the desktop, null on the web, "" from a formula's empty text. A space is text, not blank. */
export function mayBeBlank(value: unknown): boolean {
  return value === 0 || value === null || value === undefined || value === "";
}

/** What a cell holds, for a message. */
export function describeCell(value: unknown): string {
  if (typeof value === "string") return `text '${value.length > 40 ? `${value.slice(0, 40)}…` : value}'`;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "number") return String(value);
  const { code, basicValue } = (value ?? {}) as { code?: unknown; basicValue?: unknown };
  const error = typeof code === "string" ? code : basicValue;
  return typeof error === "string" ? `the error ${error}` : "not a plain value";
}
