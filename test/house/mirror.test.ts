import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";

const root = join(__dirname, "..", "..");

/** Tests of no one folder: whole workbooks and registers, the house itself, other programs, published figures. */
const ofTheWhole = ["cases", "e2e", "house", "layouts", "libreoffice", "reference"];

test("a test stands where what it tests stands: test/plan/report is about src/plan/report", () => {
  const files = readdirSync(join(root, "test"), { recursive: true, encoding: "utf8" });
  const folders = new Set(files.filter((name) => /\.test\.tsx?$/.test(name)).map((name) => dirname(name)));
  const mirrors = [...folders].filter((folder) => !ofTheWhole.includes(folder.split("/")[0] ?? ""));
  expect(mirrors.length).toBeGreaterThan(40);
  expect(mirrors.filter((folder) => !["", "src"].some((place) => existsSync(join(root, place, folder))))).toEqual([]);
});
