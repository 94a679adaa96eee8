import type { Readable } from "node:stream";

/**
 * The lines of a text as they arrive, ended by a line feed, with or without a carriage return before it; nothing else ends
 * a line, so that there are as many as the sender counts. A mark of the encoding before the first is left out.
 */
export async function* inputLines(input: Readable): AsyncIterable<string> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const bytes of input) {
    const lines = (rest + decoder.decode(asBytes(bytes), { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) yield line.replace(/\r$/, "");
  }
  rest += decoder.decode();
  if (rest !== "") yield rest.replace(/\r$/, "");
}

function asBytes(chunk: unknown): Uint8Array {
  return typeof chunk === "string" ? Buffer.from(chunk) : (chunk as Uint8Array);
}
