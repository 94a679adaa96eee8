import { spawnSync } from "node:child_process";
import {
  chmodSync,
  linkSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkWritable, isSameFile, writeWhole } from "@workbooks/stand-in/files/diskFile";

let folder: string;
const at = (name: string): string => join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "disk-file-"));
  writeFileSync(at("book"), "before");
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a file that is replaced keeps its permissions, and no other file stays", async () => {
  chmodSync(at("book"), 0o640);
  await writeWhole(at("book"), Buffer.from("after"));
  expect([readFileSync(at("book"), "utf8"), statSync(at("book")).mode & 0o777]).toEqual(["after", 0o640]);
  expect(readdirSync(folder)).toEqual(["book"]);
});

test("one file is known under all its names", async () => {
  symlinkSync("book", at("link"));
  linkSync(at("book"), at("hard"));
  writeFileSync(at("other"), "before");
  const names = [at("book"), at("link"), at("hard"), `${folder}/./book`, at("other"), at("missing")];
  const same = await Promise.all(names.map((name) => isSameFile(at("book"), name)));
  expect(same).toEqual([true, true, true, true, false, false]);
});

test("only files are written to", async () => {
  spawnSync("mkfifo", [at("pipe")]);
  await expect(checkWritable(at("pipe"))).rejects.toThrow(/"[^"]*pipe" cannot be written: it is a pipe/);
  await expect(writeWhole(at("pipe"), Buffer.from("x"))).rejects.toThrow(/it is a pipe/);
  await expect(writeWhole("/dev/null", Buffer.from("x"))).rejects.toThrow(/it is a device/);
  await expect(writeWhole(folder, Buffer.from("x"))).rejects.toThrow(/it is a folder/);
  await checkWritable(at("missing"));
});
