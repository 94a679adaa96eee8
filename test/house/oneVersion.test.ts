import { readFileSync } from "node:fs";
import { join } from "node:path";
import { manifestFor } from "../../scripts/build/buildManifest";
import { openAddin } from "@workbooks/stand-in/addin";
import { runScenario } from "../../src/workbook/runScenario";
import { planBook } from "../workbook/support/planBook";

const root = join(__dirname, "..", "..");
const read = (file: string): string => readFileSync(join(root, file), "utf8");
const json = (file: string): Record<string, unknown> => JSON.parse(read(file)) as Record<string, unknown>;
const version = String(json("package.json").version);

test("package, lock file, manifest and bill of materials have one version", () => {
  const lock = json("package-lock.json") as { version: string; packages: Record<string, { version: string }> };
  expect([lock.version, lock.packages[""]?.version]).toEqual([version, version]);
  for (const manifest of [
    read("manifest.xml"),
    manifestFor(read("manifest.xml"), { origin: "https://a.org", version }),
  ])
    expect(/<Version>([^<]*)<\/Version>/.exec(manifest)?.[1]).toBe(`${version}.0`);
  const bill = json("dist/sbom.cdx.json") as { metadata: { component: { version: string } } };
  expect(bill.metadata.component.version).toBe(version);
});

test("the Notes that are written say that version", async () => {
  const { standIn } = await openAddin({ content: planBook() });
  try {
    const { tables } = await runScenario();
    const notes = tables.find(({ id }) => id === "notes");
    expect(JSON.stringify(notes?.rows)).toContain(version);
  } finally {
    standIn.close();
  }
});

test("the bill of materials and the notices name the packages that the pane is made of, and no tool", () => {
  const bill = json("dist/sbom.cdx.json") as { components: { name: string; licenses: object[]; purl: string }[] };
  const names = bill.components.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(["react", "react-dom", "@fluentui/react-components", "@borgar/fx"]));
  expect(names.filter((name) => /jest|webpack|playwright|univer|office-js/.test(name))).toEqual([]);
  const notices = read("dist/THIRD-PARTY-NOTICES.txt");
  expect(names.filter((name) => !notices.includes(`${name} `))).toEqual([]);
  expect(bill.components.every(({ licenses, purl }) => licenses.length === 1 && purl.startsWith("pkg:npm/"))).toBe(
    true,
  );
});
