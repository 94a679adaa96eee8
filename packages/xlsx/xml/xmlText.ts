/**
 * Text as the content of an element, for XML 1.0. What XML cannot carry is written as in cell texts, _xHHHH_: as it is, the
 * whole part could not be read again.
 */
export function escapeText(text: string): string {
  return text.replace(/[&<>\r]/g, (character) => ENTITIES[character]!).replace(forbidden, escapeUnit);
}

export function escapeAttribute(text: string): string {
  return text.replace(/[&<>"\r\n\t]/g, (character) => ENTITIES[character]!).replace(forbidden, escapeUnit);
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\r": "&#13;",
  "\n": "&#10;",
  "\t": "&#9;",
};

/** What XML 1.0 cannot carry, not as an entity either; lone surrogates among it. */
const forbidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * Characters that XML cannot carry are written _xHHHH_ in cell texts (ECMA-376 part 1, 22.9.2.19 ST_Xstring),
 * and a text that looks like such an escape has its underscore escaped.
 */
export function encodeXstring(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(/\r/g, escapeUnit)
    .replace(forbidden, escapeUnit);
}

export function decodeXstring(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** A formula as it is meant: only what XML cannot carry is escaped in formulas. */
export function decodeForbidden(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (escaped, hex: string) => {
    const character = String.fromCharCode(parseInt(hex, 16));
    return character.search(forbidden) < 0 ? escaped : character;
  });
}

function escapeUnit(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
}

/** A `<t>` or `<v>` keeps outer blanks and line breaks only if it says so. */
export function spaceAttribute(text: string): string {
  return /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : "";
}
