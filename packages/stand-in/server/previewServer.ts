import { existsSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { basename } from "node:path";
import { hasKey, isFromElsewhere, isOwnHost, type Scheme } from "./access";
import type { Certificate } from "./certificate";
import { localOfficeAddress } from "./officeAddress";
import { findFile, sendFile } from "./staticFiles";

interface PreviewFolders {
  /** The preview's own page: index.html, preview.js, preview.css. */
  preview: string;
  /** The built add-in, exactly as it is published. */
  addin: string;
  /** `dist` of the npm package @microsoft/office-js. */
  officeJs: string;
}

/** What a server serves, and to whom. */
interface Served {
  folders: PreviewFolders;
  /** The path of the .xlsx file that the page opens. */
  workbook: string;
  /** Who has it in the address is given the page and the workbook; all else lies in the package of everybody's. */
  key: string;
  /** Null: over http. */
  certificate: Certificate | null;
}

/**
 * Serves preview, add-in and Office.js from one origin: Office.js trusts a host with its own host name, and the page can say
 * for the user that this is so where there is no certificate (`addin/trustHost.ts`).
 */
export function createPreviewServer(served: Served): Server {
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    serve(served, request, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500, { "Content-Type": "text/plain; charset=utf-8" });
      response.end(`The preview's server failed: ${error instanceof Error ? error.message : String(error)}\n`);
    });
  };
  return served.certificate ? createSecureServer(served.certificate, answer) : createServer(answer);
}

async function serve(
  { folders, workbook, key, certificate }: Served,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader("X-Content-Type-Options", "nosniff");
  // The key is in the page's address, and goes to nobody else.
  response.setHeader("Referrer-Policy", "no-referrer");
  const scheme: Scheme = certificate ? "https" : "http";
  const { localPort } = request.socket;
  if (!isOwnHost(request.headers.host, localPort, scheme))
    return refuse(
      response,
      403,
      `The preview answers at ${scheme}://localhost:${localPort} only, and at no other name.`,
    );
  if (request.method !== "GET" && request.method !== "HEAD")
    return refuse(response, 405, "Only reading is possible here.");
  const address = readAddress(request.url ?? "/");
  if (address === null) return refuse(response, 400, "This address cannot be read.");
  const { path } = address;

  if (path === "/" || path === "/workbook") {
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader("Cache-Control", "no-store");
    if (!hasKey(address.url, key))
      return refuse(
        response,
        403,
        "The workbook is only for who has the key: open the address that the preview printed.",
      );
  }
  if (path === "/workbook") {
    if (isFromElsewhere(request.headers, scheme))
      return refuse(response, 403, "The workbook is for the preview's own page only.");
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
  // Real Excel, which may load the same server over https, keeps Microsoft's address of Office.js.
  response.setHeader("Vary", "Sec-Fetch-Site");
  const inPreview = !certificate || request.headers["sec-fetch-site"] === "same-origin";
  const origin = `${scheme}://${request.headers.host}`;
  return sendFile(addin, request, response, inPreview ? (html) => localOfficeAddress(html, origin) : undefined);
}

function readAddress(text: string): { url: URL; path: string } | null {
  try {
    const url = new URL(text, "http://localhost");
    return { url, path: decodeURIComponent(url.pathname) };
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
