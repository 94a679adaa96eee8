import { readFileSync } from "node:fs";
import { join } from "node:path";
import { developmentNamespace, functionNamespace, manifestFor, releaseId } from "../../scripts/build/buildManifest";
import { manifestFaults, type ManifestSurroundings } from "../../scripts/check/manifest";

const manifest = readFileSync(join(__dirname, "..", "..", "manifest.xml"), "utf8");
const { version } = JSON.parse(readFileSync(join(__dirname, "..", "..", "package.json"), "utf8")) as {
  version: string;
};

/** Every icon is there, as large as its name says. */
const surroundings: ManifestSurroundings = {
  version,
  iconSize(path) {
    const size = Number(/^assets\/icons\/(?:bridge|again|check)-(\d+)\.png$/.exec(path)?.[1]);
    return size ? { width: size, height: size } : null;
  },
  commands: ["runAgain", "checkWorkbook"],
};

function faultsAfter(from: string | RegExp, to: string): string {
  const broken = manifest.replace(from, to);
  expect(broken).not.toBe(manifest);
  return manifestFaults(broken, surroundings).join("\n");
}

test("the manifest as it stands keeps every rule", () => {
  expect(manifestFaults(manifest, surroundings)).toEqual([]);
});

describe("each rule refuses a manifest that breaks it", () => {
  test.each<[string, string | RegExp, string, string]>([
    ["well-formed XML", "</Hosts>", "", "not well-formed"],
    [
      "element order",
      /( *<Requirements>[\s\S]*?<\/Requirements>\n)( *<DefaultSettings>[\s\S]*?<\/DefaultSettings>\n)/,
      "$2$1",
      "<Requirements> must stand before <DefaultSettings>",
    ],
    ["known elements only", "<Hosts>", "<Ribbon/><Hosts>", "<Ribbon> is not known in <OfficeApp>"],
    [
      "order in a button",
      /(<Label resid="RunAgain.Label"\/>\s*)(<Supertip>[\s\S]*?<\/Supertip>)/,
      "$2$1",
      "<Label> must stand before <Supertip> in <Control>",
    ],
    ["Id", /<Id>.*<\/Id>/, "<Id>SAVINGS-1</Id>", "is not a GUID"],
    ["version", /<Version>.*<\/Version>/, "<Version>9.9.9.0</Version>", "package.json's version makes it"],
    [
      "length of the description",
      /<Description DefaultValue="/,
      `<Description DefaultValue="${"long ".repeat(51)}`,
      "1 to 250 are allowed",
    ],
    ["permissions", "ReadWriteDocument", "ReadDocument", "<Permissions> must be ReadWriteDocument"],
    ["https", "https://localhost:3000/functions.js", "http://localhost:3000/functions.js", "is not an https address"],
    ["resid defined", 'resid="RunAgain.Tip"', 'resid="RunAgain.Help"', "no resource has the id 'RunAgain.Help'"],
    ["resource used", 'Label resid="Group.Label"', 'Label resid="OpenPane.Label"', "'Group.Label' is used by nothing"],
    [
      "resource of the right kind",
      'Label resid="Group.Label"',
      'Label resid="OpenPane.Tip"',
      "<Label> needs one of ShortStrings",
    ],
    [
      "resid length",
      /Functions\.Metadata\.Url/g,
      "Functions.Metadata.Url.Of.This.Add.In",
      "must have 1 to 32 characters",
    ],
    ["resource twice", 'String id="RunAgain.Label"', 'String id="OpenPane.Label"', "is there twice"],
    [
      "short strings",
      'DefaultValue="Savings"',
      `DefaultValue="${"s".repeat(126)}"`,
      "1 to 125 are allowed in ShortStrings",
    ],
    [
      "long strings",
      'DefaultValue="Reads the tables',
      `DefaultValue="${"r".repeat(251)}`,
      "1 to 250 are allowed in LongStrings",
    ],
    [
      "Runtimes first",
      /( *<Runtimes>[\s\S]*?<\/Runtimes>\n)([\s\S]*?<\/AllFormFactors>\n)/,
      "$2$1",
      "must be the first element of <Host>",
    ],
    ["one long runtime", 'lifetime="long"', 'lifetime="short"', 'lifetime="long"'],
    [
      "one page for all",
      '<FunctionFile resid="Pane.Url"/>',
      '<FunctionFile resid="Functions.Script.Url"/>',
      "The FunctionFile has resid 'Functions.Script.Url'",
    ],
    [
      "the pane's page",
      /<SourceLocation DefaultValue="[^"]*"/,
      '<SourceLocation DefaultValue="https://localhost:3000/other.html"',
      "the runtime's page is",
    ],
    ["icon files", /again-40\.png/, "again-41.png", "is 41 × 41 pixels; 40 × 40 are needed"],
    ["icons there", /bridge-40\.png/, "missing-40.png", "there is no icon assets/icons/missing-40.png"],
    ["icon sizes", /<bt:Image size="80" resid="Icon.Again.80"\/>/, "", "has no 80-pixel image"],
    ["control ids", 'id="Savings.RunAgain"', 'id="Savings.OpenPane"', "must be there once"],
    [
      "commands",
      "<FunctionName>runAgain",
      "<FunctionName>runTwice",
      "no command is associated with the name 'runTwice'",
    ],
    ["auto-open", "Office.AutoShowTaskpaneWithDocument", "SavingsPane", "must be Office.AutoShowTaskpaneWithDocument"],
    ["namespace", 'DefaultValue="SAVINGS"', 'DefaultValue="SAVE"', "workbooks hold SAVINGS"],
    [
      "the functions' runtime",
      '<Set Name="SharedRuntime"',
      '<Set Name="CustomFunctionsRuntime" MinVersion="1.4"/><Set Name="SharedRuntime"',
      "CustomFunctionsRuntime 1.3 is the most",
    ],
    ["support", /<SupportUrl[^>]*>/, "", "<SupportUrl> is missing"],
    ["shared runtime", '<Set Name="SharedRuntime" MinVersion="1.1"/>', "", "SharedRuntime 1.1 is missing"],
    ["Excel's API", /<Set Name="ExcelApi"[^>]*>/, "", "ExcelApi 1.x is missing"],
  ])("%s", (_rule, from, to, fault) => {
    expect(faultsAfter(from, to)).toContain(fault);
  });
});

describe("the manifest for a server", () => {
  const placed = manifestFor(manifest, { origin: "https://savings.example.org/excel/", version: "1.2.3" });

  test("has that server's addresses, the version and the released Id", () => {
    expect(placed).toContain("https://savings.example.org/excel/taskpane.html");
    expect(placed).not.toContain("localhost");
    expect(placed).toContain("<Version>1.2.3.0</Version>");
    expect(placed).toContain(`<Id>${releaseId}</Id>`);
    expect(placed).toContain('<DisplayName DefaultValue="Savings Attribution"/>');
  });

  test("keeps the rules, but for the icons' place", () => {
    const atRoot = manifestFor(manifest, { origin: "https://savings.example.org", version });
    expect(manifestFaults(atRoot, surroundings)).toEqual([]);
  });

  test("is the development manifest where the origin is this machine", () => {
    expect(manifestFor(manifest, { origin: "https://localhost:3000/", version })).toBe(manifest);
  });

  test("gives the functions another namespace where it is asked to, and changes nothing else", () => {
    const origin = "https://localhost:3000";
    const own = manifestFor(manifest, { origin, version, namespace: developmentNamespace });
    expect(functionNamespace(own)).toBe("SAVINGSDEV");
    expect(own.replace("SAVINGSDEV", "SAVINGS")).toBe(manifest);
  });

  test("is refused for an address that is not secure", () => {
    expect(() => manifestFor(manifest, { origin: "http://savings.example.org", version })).toThrow("https only");
  });
});
