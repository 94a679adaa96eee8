/**
 * Opens a workbook that the add-in has made in a tab of its own, as Excel does in a window: the same page, which reads the
 * bytes from this one. @throws Error where the browser keeps the tab from opening
 */
export function openInNewTab(base64: string): void {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const bytesAddress = URL.createObjectURL(new Blob([bytes]));
  const parameters = keyInAddress();
  parameters.set(PARAMETER, bytesAddress);
  const address = `${location.pathname}?${parameters.toString()}`;
  if (window.open(address, "_blank")) return;
  URL.revokeObjectURL(bytesAddress);
  throw new Error(
    "The browser kept the new workbook from opening in a tab: allow pop-ups for this page and try again.",
  );
}

/** Where this tab finds its workbook if another one has opened it; null for the workbook that the server was started with. */
export function handedOver(): string | null {
  const address = new URLSearchParams(location.search).get(PARAMETER);
  return address?.startsWith(`blob:${location.origin}/`) ? address : null;
}

/** The key that the server asks for, from this page's address. */
export function keyInAddress(): URLSearchParams {
  return new URLSearchParams({ [KEY]: new URLSearchParams(location.search).get(KEY) ?? "" });
}

const KEY = "key";
const PARAMETER = "handedOver";
