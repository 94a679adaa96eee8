import { readFile, stat } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { wordTable } from "@workbooks/xlsx/xml/wordTable";

/** The file at `path` (decoded, "/" between folders) inside `folder`; null where there is none or the path leads out of it. */
export async function findFile(folder: string, path: string): Promise<string | null> {
  if (path.includes("\0")) return null;
  const file = normalize(join(folder, path));
  if (!file.startsWith(folder.endsWith(sep) ? folder : folder + sep)) return null;
  const found = await stat(file).catch(() => null);
  return found?.isFile() ? file : null;
}

/** Sends a file; unless the answer says otherwise, the browser keeps it, and asks each time whether it is still the newest. */
export async function sendFile(
  file: string,
  request: { headers: { "if-none-match"?: string | undefined } },
  response: ServerResponse,
  change?: (text: string) => string,
): Promise<void> {
  const { mtimeMs, size } = await stat(file);
  const tag = `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}${change ? "-changed" : ""}"`;
  response.setHeader("ETag", tag);
  if (!response.hasHeader("Cache-Control")) response.setHeader("Cache-Control", "no-cache");
  response.setHeader("Content-Type", contentType(file));
  if (request.headers["if-none-match"] === tag) {
    response.writeHead(304).end();
    return;
  }
  const bytes = await readFile(file);
  response.end(change ? change(bytes.toString("utf8")) : bytes);
}

function contentType(file: string): string {
  return CONTENT_TYPES[extname(file).toLowerCase()] ?? "application/octet-stream";
}

const CONTENT_TYPES = wordTable<string>({
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
});
