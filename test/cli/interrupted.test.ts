import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newWorkbook } from "@workbooks/xlsx/newWorkbook";
import { root } from "./support/keeping";

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "savings-"))));
afterEach(() => rmSync(folder, { recursive: true }));

/** The command line on a disk that takes for ever: the file that is written is open, and says so, when the signal comes. */
const onSlowDisk = `
  const disk = require("node:fs/promises");
  const { open } = disk;
  disk.open = async (...given) => {
    const file = await open(...given);
    file.writeFile = () => {
      process.stdout.write("writing");
      return new Promise(() => setInterval(() => undefined, 1000));
    };
    return file;
  };
  const { savings } = require(${JSON.stringify(join(root, "build", "savings.cjs"))});
  const [, ...words] = process.argv;
  savings({ root: ${JSON.stringify(root)}, arguments: words, input: process.stdin, output: process.stdout, error: process.stderr });
`;

test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("%s leaves no temporary file, and the old file", async (signal) => {
  writeFileSync(join(folder, "book.xlsx"), newWorkbook());
  writeFileSync(join(folder, "done.xlsx"), "before");
  const words = ["recalc", "book.xlsx", "--out", "done.xlsx"];
  const running = spawn(process.execPath, ["-e", onSlowDisk, "--", ...words], { cwd: folder });
  await once(running.stdout, "data");
  expect(readdirSync(folder)).toHaveLength(3);
  running.kill(signal);
  const [, endedBy] = (await once(running, "close")) as [number | null, string | null];
  expect(endedBy).toBe(signal);
  expect(readdirSync(folder).sort()).toEqual(["book.xlsx", "done.xlsx"]);
  expect(readFileSync(join(folder, "done.xlsx"), "utf8")).toBe("before");
});
