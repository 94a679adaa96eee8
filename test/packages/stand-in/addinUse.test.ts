import { readdirSync } from "node:fs";
import { join } from "node:path";
import * as ts from "typescript";
import { officeMembers } from "../../../scripts/check/officeMembers";
import { standInFaults } from "../../../scripts/check/standInMembers";

const root = join(__dirname, "..", "..", "..");

test("the stand-in has every member of Excel's objects that the add-in's sources use", () => {
  const sources = ["workbook", "commands", "taskpane"].flatMap((room) =>
    readdirSync(join(root, "src", room), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => join(root, "src", room, file)),
  );
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), (path) => ts.sys.readFile(path)) as {
    config: object;
  };
  const { members, hidden } = officeMembers(sources, ts.parseJsonConfigFileContent(config, ts.sys, root).options);
  expect(new Set(members.map(({ owner, member }) => `${owner}.${member}`)).size).toBeGreaterThan(100);
  expect([...standInFaults(members), ...hidden]).toEqual([]);
});
