import { child, type XmlElement } from "../xml/parseXml";

/** Turns a colour element (rgb, theme with tint, indexed, automatic) into "#RRGGBB"; null is automatic. */
export type ColorResolver = (color: XmlElement | undefined) => string | null;

/** `theme` is the theme part's root, `styles` the styles part's, either may be missing. */
export function colorResolver(theme: XmlElement | undefined, styles: XmlElement | undefined): ColorResolver {
  const themeColors = readThemeColors(theme);
  const custom = child(styles, "colors", "indexedColors")?.children.map((entry) => hex(entry.attributes["rgb"]));
  return (color) => {
    if (!color) return null;
    const { rgb, theme: index, indexed, tint } = color.attributes;
    let base: string | null = null;
    if (rgb !== undefined) base = hex(rgb);
    else if (index !== undefined) base = themeColors[Number(index)] ?? null;
    else if (indexed !== undefined) base = custom?.[Number(indexed)] ?? INDEXED[Number(indexed)] ?? null;
    return base && tint !== undefined ? applyTint(base, Number(tint)) : base;
  };
}

/** Excel's order of theme colours swaps light and dark: 0 is lt1, 1 dk1, 2 lt2, 3 dk2, then the accents and links. */
const THEME_ORDER = "lt1 dk1 lt2 dk2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink".split(" ");

/** Office 2013–2022, for packages without a theme part. */
const DEFAULT_THEME =
  "#FFFFFF #000000 #E7E6E6 #44546A #4472C4 #ED7D31 #A5A5A5 #FFC000 #5B9BD5 #70AD47 #0563C1 #954F72".split(" ");

/** Theme colours by their scheme names, for charts ("accent1", "tx1", "bg1"). */
export function schemeColors(theme: XmlElement | undefined): Record<string, string | null> {
  const colors = readThemeColors(theme);
  const named = Object.fromEntries(THEME_ORDER.map((name, index) => [name, colors[index] ?? null]));
  return { ...named, bg1: colors[0]!, tx1: colors[1]!, bg2: colors[2]!, tx2: colors[3]! };
}

function readThemeColors(theme: XmlElement | undefined): (string | null)[] {
  const scheme = child(theme, "themeElements", "clrScheme");
  return THEME_ORDER.map((name, index) => {
    const entry = child(scheme, name)?.children[0];
    const value = entry?.local === "sysClr" ? entry.attributes["lastClr"] : entry?.attributes["val"];
    return hex(value) ?? DEFAULT_THEME[index]!;
  });
}

/** "FF112233" or "112233" as "#112233". */
function hex(value: string | undefined): string | null {
  const digits = value?.slice(-6).toUpperCase();
  return digits && /^[0-9A-F]{6}$/.test(digits) ? `#${digits}` : null;
}

/**
 * Lightens (tint > 0) or darkens (tint < 0) in hue, lightness and saturation:
 * L' = L·(1 + tint) below zero, L·(1 − tint) + tint above (ECMA-376 part 1, 18.8.19).
 */
export function applyTint(color: string, tint: number): string {
  if (!tint) return color;
  const [hue, lightness, saturation] = toHls(color);
  const changed = tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint;
  return fromHls(hue, Math.min(1, Math.max(0, changed)), saturation);
}

function toHls(color: string): [number, number, number] {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16) / 255) as [
    number,
    number,
    number,
  ];
  const highest = Math.max(red, green, blue);
  const lowest = Math.min(red, green, blue);
  const lightness = (highest + lowest) / 2;
  const spread = highest - lowest;
  if (spread === 0) return [0, lightness, 0];
  const saturation = lightness > 0.5 ? spread / (2 - highest - lowest) : spread / (highest + lowest);
  let hue = (red - green) / spread + 4;
  if (highest === red) hue = (green - blue) / spread + (green < blue ? 6 : 0);
  else if (highest === green) hue = (blue - red) / spread + 2;
  return [hue / 6, lightness, saturation];
}

function fromHls(hue: number, lightness: number, saturation: number): string {
  const upper = lightness < 0.5 ? lightness * (1 + saturation) : lightness + saturation - lightness * saturation;
  const lower = 2 * lightness - upper;
  const channel = (turn: number): string => {
    const at = (turn + 1) % 1;
    let level = lower;
    if (at < 1 / 6) level = lower + (upper - lower) * 6 * at;
    else if (at < 1 / 2) level = upper;
    else if (at < 2 / 3) level = lower + (upper - lower) * (2 / 3 - at) * 6;
    return Math.round(level * 255)
      .toString(16)
      .padStart(2, "0")
      .toUpperCase();
  };
  return `#${channel(hue + 1 / 3)}${channel(hue)}${channel(hue - 1 / 3)}`;
}

/** The palette of Excel 97 (ECMA-376 part 1, 18.8.27); 64 and 65 are the system's text and window colours, automatic here. */
const INDEXED: (string | null)[] = (
  "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF " +
  "800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF " +
  "000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 " +
  "3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333"
)
  .split(" ")
  .map((digits) => `#${digits}`);
