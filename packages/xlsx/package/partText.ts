import { brokenPart } from "../xlsxError";

/** The text of an XML part; a byte order mark stays as its first character, so that positions and rewriting agree. */
export function decodePart(bytes: Uint8Array, part: string): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw brokenPart(part, "is not readable text");
  }
}

/** Always UTF-8; a declaration that says otherwise is corrected. */
export function encodePart(text: string): Uint8Array {
  const declared = /^\ufeff?<\?xml[^>]*?\?>/.exec(text)?.[0];
  const corrected = declared?.replace(/(encoding\s*=\s*)(["'])(?!utf-8)[^"']*\2/i, "$1$2UTF-8$2");
  return new TextEncoder().encode(declared && corrected !== declared ? corrected + text.slice(declared.length) : text);
}
