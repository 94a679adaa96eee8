import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

/** The names of this computer under which a browser reaches the preview. */
const OWN_NAMES = ["localhost", "127.0.0.1", "[::1]"];

export type Scheme = "http" | "https";

/** A key that nobody guesses, for one run of the server. It stands in the address that is printed and opened. */
export function newKey(): string {
  return randomBytes(24).toString("base64url");
}

/**
 * Whether a request was meant for this server. A page elsewhere can have its own name lead to 127.0.0.1 and would then read
 * what is served there as its own (DNS rebinding); but the browser still says which name it was.
 */
export function isOwnHost(host: string | undefined, port: number | undefined, scheme: Scheme): boolean {
  const named = host?.toLowerCase();
  // A browser leaves out the port that is the scheme's own.
  const isUsual = port === (scheme === "https" ? 443 : 80);
  return OWN_NAMES.some((name) => named === `${name}:${port}` || (isUsual && named === name));
}

/** Whether an address holds the key. How long the answer takes says nothing of where they differ. */
export function hasKey(address: URL, key: string): boolean {
  const given = address.searchParams.getAll("key");
  return given.length === 1 && timingSafeEqual(digest(given[0] ?? ""), digest(key));
}

/** Whether a browser says that the request comes from a page of somebody else's. */
export function isFromElsewhere(headers: IncomingHttpHeaders, scheme: Scheme): boolean {
  const { origin, "sec-fetch-site": site } = headers;
  if (site !== undefined && site !== "same-origin" && site !== "none") return true;
  return origin !== undefined && origin !== `${scheme}://${headers.host}`;
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
