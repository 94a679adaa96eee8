/**
 * What a colour of the dark grid becomes in high contrast: white or black, or yellow where it is a strong colour on black
 * (what is selected). Lines that the dark grid shows are never black. What lets others shine through stays as it is. Takes "#RGB", "#RRGGBB", "rgb()".
 */
export function contrastColour(colour: string, use: "fill" | "line"): string {
  const channels = readChannels(colour);
  if (!channels) return colour;
  const [red, green, blue] = channels;
  const isStrong = Math.max(...channels) - Math.min(...channels) > STRONG;
  const lightness = (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
  if (lightness < (use === "fill" ? DARK : UNSEEN)) return "#000000";
  return isStrong ? "#ffff00" : "#ffffff";
}

/** Channels this far apart are a colour rather than a grey. */
const STRONG = 80;
const DARK = 0.2;
/** What the light theme has in white is not meant to be seen. */
const UNSEEN = 0.02;

function readChannels(colour: string): [number, number, number] | null {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(colour)?.[1];
  if (hex) {
    const long = hex.length === 3 ? hex.replace(/./g, "$&$&") : hex;
    return [0, 2, 4].map((at) => Number.parseInt(long.slice(at, at + 2), 16)) as [number, number, number];
  }
  const parts = /^rgba?\(([^)]*)\)$/.exec(colour)?.[1]?.split(",").map(Number);
  if (!parts || parts.some(Number.isNaN) || (parts[3] ?? 1) < 1) return null;
  return [parts[0] ?? 0, parts[1] ?? 0, parts[2] ?? 0];
}
