/**
 * Says for the user, who has opened this page by hand, that this computer may be the host of an add-in over http: Office.js
 * asks that in its own words, in a page of its own (`agaveerrorux`), and remembers the answer under this key. Over https it
 * trusts a host of the add-in's own name without asking.
 */
export function trustHost({ protocol, hostname }: Location, storage: Storage): void {
  if (protocol === "http:") storage.setItem(`OfficeJSTrustKeyV2_http_${hostname}`, JSON.stringify({ Result: TRUSTED }));
}

const TRUSTED = 1;
