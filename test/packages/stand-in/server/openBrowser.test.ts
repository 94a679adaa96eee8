import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { openBrowser } from "@workbooks/stand-in/server/openBrowser";

const address = "https://localhost:3000/?key=only-for-the-user";
const folder = mkdtempSync(join(tmpdir(), "preview-browser-"));
const path = process.env["PATH"];

beforeAll(() => {
  for (const command of ["xdg-open", "open"]) {
    writeFileSync(
      join(folder, command),
      `#!/bin/sh\nprintf '%s' "$*" > "${folder}/words.tmp" && mv "${folder}/words.tmp" "${folder}/words"\n`,
    );
    chmodSync(join(folder, command), 0o755);
  }
  process.env["PATH"] = `${folder}${delimiter}${path}`;
});

afterAll(() => {
  process.env["PATH"] = path;
  rmSync(folder, { recursive: true });
});

// The words of a running command can be read by everybody on the machine, whose browser then would be given the workbook.
test("the key is handed to the browser in a file that only the user can read", async () => {
  const file = join(folder, "build", "open-preview.html");
  const takeAway = openBrowser(address, file);
  for (let tries = 0; tries < 500 && !existsSync(join(folder, "words")); tries++)
    await new Promise((later) => setTimeout(later, 20));
  expect(readFileSync(join(folder, "words"), "utf8")).toBe(file);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(file, "utf8")).toContain(`content="0; url=${address}"`);
  takeAway();
  expect(existsSync(file)).toBe(false);
});

test("no browser to open is no failure", async () => {
  process.env["PATH"] = join(folder, "nothing");
  const takeAway = openBrowser(address, join(folder, "again.html"));
  await new Promise((later) => setTimeout(later, 50));
  takeAway();
});
