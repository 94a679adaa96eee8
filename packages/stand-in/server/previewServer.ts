import { existsSync } from "node:fs";
import { createServer, type Server } from "node:https";
import type { IncomingMessage, ServerResponse } from "node:http";
import { basename } from "node:path";
import type { Certificate } from "./certificate";
import { localOfficeAddress } from "./officeAddress";
import { findFile, sendFile } from "./staticFiles";

export interface PreviewFolders {
  /** The preview's own page: index.html, preview.js, preview.css. */
  preview: string;
  /** The built add-in, exactly as it is published. */
  addin: string;
  /** `dist` of the npm package @microsoft/office-js. */
  officeJs: string;
}

/**
 * Serves preview, add-in and Office.js from one origin: Office.js trusts a host with its own host name, and a browser asks
 * about one certificate only. `workbook` is the path of the .xlsx file that the page opens.
 */
export function createPreviewServer(folders: PreviewFolders, workbook: string, certificate: Certificate): Server {
  return createServer({ key: certificate.key, cert: certificate.cert }, (request, response) => {
    serve(folders, workbook, request, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500, { "Content-Type": "text/plain; charset=utf-8" });
      response.end(`The preview's server failed: ${error instanceof Error ? error.message : String(error)}\n`);
    });
  });
}

async function serve(
  folders: PreviewFolders,
  workbook: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader("X-Content-Type-Options", "nosniff");
  if (request.method !== "GET" && request.method !== "HEAD")
    return refuse(response, 405, "Only reading is possible here.");
  const path = decodedPath(request.url ?? "/");
  if (path === null) return refuse(response, 400, "This address cannot be read.");

  if (path === "/workbook") {
    if (!existsSync(workbook)) return refuse(response, 404, `There is no workbook "${workbook}" any more.`);
    response.setHeader("X-File-Name", encodeURIComponent(basename(workbook)));
    return sendFile(workbook, request, response);
  }
  if (path === "/") {
    response.setHeader("Content-Security-Policy", PREVIEW_POLICY);
    return sendFile(`${folders.preview}/index.html`, request, response);
  }
  const own = path.startsWith("/preview/") ? await findFile(folders.preview, path.slice("/preview".length)) : null;
  if (own) return sendFile(own, request, response);
  // Office.js asks for its parts in mixed case; the package's files are in lower case.
  const office = path.startsWith("/office-js/")
    ? await findFile(folders.officeJs, path.slice("/office-js".length).toLowerCase())
    : null;
  if (office) return sendFile(office, request, response);

  const addin = await findFile(folders.addin, path);
  if (!addin) return refuse(response, 404, `There is nothing at ${path}.`);
  response.setHeader("Access-Control-Allow-Origin", "*");
  if (!addin.endsWith(".html")) return sendFile(addin, request, response);
  response.setHeader("Content-Security-Policy", ADDIN_POLICY);
  // Real Excel, which may load the same server, keeps Microsoft's address of Office.js.
  response.setHeader("Vary", "Sec-Fetch-Site");
  const inPreview = request.headers["sec-fetch-site"] === "same-origin";
  return sendFile(addin, request, response, inPreview ? localOfficeAddress : undefined);
}

function decodedPath(url: string): string | null {
  try {
    return decodeURIComponent(new URL(url, "https://localhost").pathname);
  } catch {
    return null;
  }
}

function refuse(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8" });
  response.end(`${message}\n`);
}

const PREVIEW_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self' blob:",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Who may show the add-in in a frame: this preview and Excel on the web. The rest of its policy is in the page itself. */
const ADDIN_POLICY =
  "frame-ancestors 'self' https://*.officeapps.live.com https://*.office.com https://*.microsoft365.com " +
  "https://*.sharepoint.com https://excel.cloud.microsoft";
