import { spawn } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Opens an address in the user's browser by way of `file`, which only the user can read: the words of a command, an address
 * among them, can be read by everybody on the machine. Answers how to take the file away again.
 */
export function openBrowser(address: string, file: string): () => void {
  const takeAway = (): void => rmSync(file, { force: true });
  takeAway();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, pageThatLeadsTo(address), { mode: 0o600, flag: "wx" });
  const [command, ...words] =
    process.platform === "win32"
      ? ["cmd", "/c", "start", "", file]
      : [process.platform === "darwin" ? "open" : "xdg-open", file];
  const browser = spawn(command ?? "", words, { stdio: "ignore", detached: true, env: process.env });
  // No browser to open is no reason to stop: the address is printed.
  browser.on("error", () => undefined);
  browser.unref();
  return takeAway;
}

/** Whether there is somebody in front of this computer to look at a browser. */
export function hasDisplay(): boolean {
  if (process.env["CI"]) return false;
  if (process.platform === "win32" || process.platform === "darwin") return true;
  return Boolean(process.env["DISPLAY"] || process.env["WAYLAND_DISPLAY"]);
}

function pageThatLeadsTo(address: string): string {
  return `<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8" />
    <meta name="referrer" content="no-referrer" />
    <meta http-equiv="refresh" content="0; url=${address}" />
    <title>Preview</title>
  </head>
  <body><a href="${address}">Open the preview</a></body>
</html>
`;
}
