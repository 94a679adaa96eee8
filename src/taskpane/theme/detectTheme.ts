/** What Office says about its colours; every field may be missing, and on the web the whole object often is. */
export interface OfficeColours {
  isDarkTheme?: boolean | undefined;
  bodyBackgroundColor?: string | undefined;
}

/** Light or dark: Office's own word, else how light its background is, else what the system prefers. */
export function detectTheme(office: OfficeColours | undefined, systemPrefersDark: boolean): "light" | "dark" {
  if (typeof office?.isDarkTheme === "boolean") return office.isDarkTheme ? "dark" : "light";
  const luminance = relativeLuminance(office?.bodyBackgroundColor);
  if (luminance !== null) return luminance < 0.5 ? "dark" : "light";
  return systemPrefersDark ? "dark" : "light";
}

/** Relative luminance of "#RRGGBB" or "#RGB" as WCAG 2 defines it, 0 (black) to 1 (white); null where it is no such colour. */
export function relativeLuminance(colour: string | undefined): number | null {
  const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(colour?.trim() ?? "")?.[1];
  if (!digits) return null;
  const long = digits.length === 3 ? digits.replace(/./g, "$&$&") : digits;
  const [red, green, blue] = [0, 2, 4].map((at) => linear(parseInt(long.slice(at, at + 2), 16) / 255));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
