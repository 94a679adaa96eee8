import { spawnSync } from "node:child_process";
import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
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

test("a link to what is not there yet is followed, and stays a link", async () => {
  mkdirSync(at("results"));
  symlinkSync("results/done", at("second"));
  symlinkSync("second", at("first"));
  await writeWhole(at("first"), Buffer.from("after"));
  expect(readFileSync(at("results/done"), "utf8")).toBe("after");
  expect([lstatSync(at("first")), lstatSync(at("second"))].map((found) => found.isSymbolicLink())).toEqual([
    true,
    true,
  ]);
  expect(readdirSync(folder).sort()).toEqual(["book", "first", "results", "second"]);
});

test("a file that is read-only is not replaced by another", async () => {
  chmodSync(at("book"), 0o444);
  const refused = {
    name: "DiskError",
    message: expect.stringMatching(/cannot be written: it is read-only; name another/) as string,
  };
  await expect(checkWritable(at("book"))).rejects.toMatchObject(refused);
  await expect(writeWhole(at("book"), Buffer.from("after"))).rejects.toMatchObject(refused);
  expect(readFileSync(at("book"), "utf8")).toBe("before");
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
