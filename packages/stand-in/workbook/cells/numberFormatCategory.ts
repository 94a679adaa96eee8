/** Office.js's categories of number formats, as Excel's dialog sorts them. */
type NumberFormatCategory =
  | "General"
  | "Number"
  | "Currency"
  | "Accounting"
  | "Date"
  | "Time"
  | "Percentage"
  | "Fraction"
  | "Scientific"
  | "Text"
  | "Special"
  | "Custom";

const currency = String.raw`(?:\[\$[^\]]*\]|"[£$€¥]"|[£$€¥]|\\[£$€¥])`;
const digits = String.raw`(?:#,##)?0(?:\.0+)?`;

/** The category of a format; what none of the dialog's pages makes is custom. */
export function numberFormatCategory(format: string): NumberFormatCategory {
  const first = format.split(";")[0] ?? "";
  if (format.toLowerCase() === "general") return "General";
  if (format === "@") return "Text";
  if (/^_.*\*/.test(first)) return "Accounting";
  if (new RegExp(`^(?:${digits}|#,##0_\\)?|${digits}_.)$`).test(first)) return "Number";
  if (new RegExp(`^(?:${currency} ?${digits}|${digits} ?${currency})(?:_.)?$`).test(first)) return "Currency";
  if (/^0(?:\.0+)?%$/.test(first)) return "Percentage";
  if (/^0(?:\.0+)?E\+0+$/i.test(first)) return "Scientific";
  if (/^# \?+\/(?:\?+|\d+)$/.test(first)) return "Fraction";
  if (isDateFormat(format))
    return /[yd]|m{3}|^m/i.test(withoutTexts(first).replace(/mm?:|:mm?/gi, "")) ? "Date" : "Time";
  return "Custom";
}

/** Whether a format shows a number as a date or a time. */
export function isDateFormat(format: string): boolean {
  return format.toLowerCase() !== "general" && /[ymdhs]/i.test(withoutTexts(format.split(";")[0] ?? ""));
}

/** Without quoted texts, escaped signs, colours and locales, in which a letter is only a letter. */
function withoutTexts(format: string): string {
  return format.replace(/"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]/gi, "");
}
