/** The languages in which Excel can be played; what it calculates with and writes into files is the same in all. */
export type LocaleName = "en-US" | "de-DE" | "fr-FR";

interface ExcelLocale {
  decimal: string;
  thousands: string;
  dateSeparator: string;
  shortDate: string;
  longDate: string;
  longTime: string;
  truths: { true: string; false: string };
  general: string;
  /** Letters of number formats that differ: the English one, then the language's. */
  letters: [string, string][];
}

export const locales: Record<LocaleName, ExcelLocale> = {
  "en-US": {
    ...{ decimal: ".", thousands: ",", dateSeparator: "/", shortDate: "M/d/yyyy", longDate: "dddd, MMMM d, yyyy" },
    ...{ longTime: "h:mm:ss tt", truths: { true: "TRUE", false: "FALSE" }, general: "General", letters: [] },
  },
  "de-DE": {
    ...{ decimal: ",", thousands: ".", dateSeparator: ".", shortDate: "dd.MM.yyyy", longDate: "dddd, d. MMMM yyyy" },
    ...{ longTime: "HH:mm:ss", truths: { true: "WAHR", false: "FALSCH" }, general: "Standard" },
    letters: [
      ["y", "J"],
      ["d", "T"],
    ],
  },
  "fr-FR": {
    ...{ decimal: ",", thousands: "\u202F", dateSeparator: "/", shortDate: "dd/MM/yyyy", longDate: "dddd d MMMM yyyy" },
    ...{ longTime: "HH:mm:ss", truths: { true: "VRAI", false: "FAUX" }, general: "Standard" },
    letters: [
      ["y", "a"],
      ["d", "j"],
    ],
  },
};

/**
 * What a user of that language types, as one of en-US would: "WAHR", "1.234,5", "31.12.2025". Whether Excel reads texts that an
 * add-in puts into cells so is not documented; this is the worse of the two.
 */
export function typedInEnglish(input: unknown, name: LocaleName): unknown {
  if (name === "en-US") return input;
  if (Array.isArray(input)) return input.map((part) => typedInEnglish(part, name) as unknown);
  if (typeof input !== "string" || /^['=]/.test(input)) return input;
  const { truths, decimal, thousands } = locales[name];
  const text = input.trim();
  if (text.toUpperCase() === truths.true) return "TRUE";
  if (text.toUpperCase() === truths.false) return "FALSE";
  const date = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text);
  if (date) return `${date[2] ?? ""}/${date[1] ?? ""}/${date[3] ?? ""}`;
  const digits = text.replaceAll(thousands, "");
  if (/^[+-]?\d+(,\d+)?%?$/.test(digits)) return digits.replace(decimal, ".");
  return input;
}

/** "General" → "Standard", "dd/mm/yyyy" → "TT.mm.JJJJ"; texts in quotes and brackets stay. */
export function formatInLocale(format: string, name: LocaleName): string {
  return translated(format, name, (part, { letters, general, decimal, thousands, dateSeparator }) => {
    if (part === "General") return general;
    const isDate = /[yd]/i.test(part);
    const separated = isDate
      ? part.replaceAll("/", dateSeparator)
      : part.replace(/[.,]/g, (mark) => (mark === "." ? decimal : thousands));
    return letters.reduce((text, [from, to]) => text.replace(new RegExp(from, "gi"), to), separated);
  });
}

export function formatFromLocale(format: string, name: LocaleName): string {
  return translated(format, name, (part, { letters, general, decimal, thousands, dateSeparator }) => {
    if (part === general) return "General";
    const english = letters.reduce(
      (text, [to, from]) => text.replaceAll(from, to).replaceAll(from.toLowerCase(), to),
      part,
    );
    const isDate = /[yd]/i.test(english);
    if (isDate) return english.replaceAll(dateSeparator, "/");
    return english.replace(new RegExp(`[${decimal}${thousands}]`, "g"), (mark) => (mark === decimal ? "." : ","));
  });
}

function translated(format: string, name: LocaleName, each: (part: string, locale: ExcelLocale) => string): string {
  if (name === "en-US") return format;
  const parts = format.split(/("[^"]*"|\[[^\]]*\]|\\.)/);
  return parts.map((part, index) => (index % 2 === 1 ? part : each(part, locales[name]))).join("");
}
