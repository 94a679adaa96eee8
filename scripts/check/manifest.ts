import { orderFaults } from "./manifestOrder";
import { allElements, child, elementsNamed, parseXml, type Element } from "./xmlTree";

/** What the manifest must agree with. */
export interface ManifestSurroundings {
  /** Of package.json: "0.1.0". */
  version: string;
  /** Width and height in pixels of an icon file, by its path below the origin ("assets/icons/bridge-16.png"); null where there is none. */
  iconSize(path: string): { width: number; height: number } | null;
  /** Functions that the commands associate with Office. */
  commands: readonly string[];
}

/** Microsoft's `validate` asks a service on the network; these rules work without one. One sentence per fault. */
export function manifestFaults(text: string, surroundings: ManifestSurroundings): string[] {
  let root: Element;
  try {
    root = parseXml(text);
  } catch (error) {
    return [`It is not well-formed XML: ${(error as Error).message}`];
  }
  return [
    ...orderFaults(root),
    ...identityFaults(root, surroundings.version),
    ...addressFaults(root),
    ...resourceFaults(root),
    ...runtimeFaults(root),
    ...iconFaults(root, surroundings),
    ...commandFaults(root, surroundings.commands),
    ...requirementFaults(root),
  ];
}

function identityFaults(root: Element, version: string): string[] {
  const faults: string[] = [];
  const id = child(root, "Id")?.text ?? "";
  if (!/^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)) {
    faults.push(`<Id> '${id}' is not a GUID in small letters.`);
  }
  const stated = child(root, "Version")?.text ?? "";
  if (stated !== `${version}.0`) faults.push(`<Version> is ${stated}; package.json's version makes it ${version}.0.`);
  for (const [name, longest] of [
    ["DisplayName", 125],
    ["Description", 250],
  ] as const) {
    const value = child(root, name)?.attributes["DefaultValue"] ?? "";
    if (value.trim() === "" || value.length > longest) {
      faults.push(`<${name}> has ${value.length} characters; 1 to ${longest} are allowed.`);
    }
  }
  if (!child(root, "SupportUrl")) faults.push("<SupportUrl> is missing: the store and the help of Excel lead there.");
  if (child(root, "Permissions")?.text !== "ReadWriteDocument") faults.push("<Permissions> must be ReadWriteDocument.");
  return faults;
}

const addressHolders = ["IconUrl", "HighResolutionIconUrl", "SupportUrl", "SourceLocation", "Image", "Url"];

function addressFaults(root: Element): string[] {
  return allElements(root)
    .filter((element) => addressHolders.includes(element.name) || element.name === "AppDomain")
    .map((element) => ({ line: element.line, address: element.attributes["DefaultValue"] ?? element.text }))
    .filter(({ address }) => address !== "" && !(address.startsWith("https://") && address.length <= 2048))
    .map(({ line, address }) => `line ${line}: '${address}' is not an https address of at most 2048 characters.`);
}

/** Which resources an element may name. */
const kinds: Record<string, string> = {
  Image: "Images",
  SourceLocation: "Urls",
  Runtime: "Urls",
  FunctionFile: "Urls",
  LearnMoreUrl: "Urls",
  Label: "ShortStrings",
  Title: "ShortStrings",
  Namespace: "ShortStrings",
  Description: "LongStrings",
};

const longestText: Record<string, number> = { ShortStrings: 125, LongStrings: 250 };

function resourceFaults(root: Element): string[] {
  const faults: string[] = [];
  const defined = new Map<string, string>();
  for (const group of elementsNamed(root, "Resources")[0]?.children ?? []) {
    for (const { attributes, line } of group.children) {
      const id = attributes["id"] ?? "";
      if (id === "" || id.length > 32) faults.push(`line ${line}: the id '${id}' must have 1 to 32 characters.`);
      if (defined.has(id)) faults.push(`line ${line}: the id '${id}' is there twice.`);
      defined.set(id, group.name);
      const longest = longestText[group.name];
      const length = attributes["DefaultValue"]?.length ?? 0;
      if (longest && (length === 0 || length > longest)) {
        faults.push(`line ${line}: '${id}' has ${length} characters; 1 to ${longest} are allowed in ${group.name}.`);
      }
    }
  }
  const used = new Set<string>();
  for (const { name, attributes, line } of allElements(root)) {
    const resid = attributes["resid"];
    if (resid === undefined) continue;
    used.add(resid);
    const found = defined.get(resid);
    if (!found) faults.push(`line ${line}: no resource has the id '${resid}'.`);
    else if (kinds[name] && found !== kinds[name])
      faults.push(`line ${line}: <${name}> needs one of ${kinds[name]}; '${resid}' is one of ${found}.`);
  }
  for (const id of defined.keys()) if (!used.has(id)) faults.push(`The resource '${id}' is used by nothing.`);
  return faults;
}

function runtimeFaults(root: Element): string[] {
  const host = child(child(child(root, "VersionOverrides"), "Hosts"), "Host");
  if (host?.children[0]?.name !== "Runtimes")
    return ["<Runtimes> must be the first element of <Host>, or Excel ignores it."];
  const runtimes = host.children[0].children;
  const resid = runtimes[0]?.attributes["resid"];
  const faults: string[] = [];
  if (runtimes.length !== 1 || runtimes[0]?.attributes["lifetime"] !== "long") {
    faults.push('<Runtimes> must hold one <Runtime> with lifetime="long": the shared runtime.');
  }
  const sharers: [string, string | undefined][] = [
    ["Page of the custom functions", child(elementsNamed(host, "Page")[0], "SourceLocation")?.attributes["resid"]],
    ["FunctionFile", elementsNamed(host, "FunctionFile")[0]?.attributes["resid"]],
    ...elementsNamed(host, "Action")
      .filter((action) => action.attributes["type"] === "ShowTaskpane")
      .map((action): [string, string | undefined] => [
        "task pane",
        child(action, "SourceLocation")?.attributes["resid"],
      ]),
  ];
  for (const [who, its] of sharers) {
    if (its !== resid)
      faults.push(
        `The ${who} has resid '${its ?? "none"}'; the runtime's is '${resid ?? "none"}', and they must be one page.`,
      );
  }
  const page = elementsNamed(root, "Url").find((url) => url.attributes["id"] === resid)?.attributes["DefaultValue"];
  const source = child(child(root, "DefaultSettings"), "SourceLocation")?.attributes["DefaultValue"];
  if (page !== source)
    faults.push(`<DefaultSettings> opens ${source ?? "nothing"}; the runtime's page is ${page ?? "none"}.`);
  return faults;
}

function iconFaults(root: Element, { iconSize }: ManifestSurroundings): string[] {
  const faults: string[] = [];
  const addresses = new Map(
    elementsNamed(root, "Images")[0]?.children.map(({ attributes }) => [
      attributes["id"] ?? "",
      attributes["DefaultValue"] ?? "",
    ]),
  );
  const check = (address: string, size: number, line: number): void => {
    const path = address.replace(/^https:\/\/[^/]+\//, "");
    const found = iconSize(path);
    if (!found) faults.push(`line ${line}: there is no icon ${path}.`);
    else if (found.width !== size || found.height !== size) {
      faults.push(`line ${line}: ${path} is ${found.width} × ${found.height} pixels; ${size} × ${size} are needed.`);
    }
  };
  for (const icon of elementsNamed(root, "Icon")) {
    const sizes = icon.children.map((image) => Number(image.attributes["size"]));
    for (const needed of [16, 32, 80])
      if (!sizes.includes(needed)) faults.push(`line ${icon.line}: the icon has no ${needed}-pixel image.`);
    icon.children.forEach((image, at) =>
      check(addresses.get(image.attributes["resid"] ?? "") ?? "", sizes[at] ?? 0, image.line),
    );
  }
  for (const [name, size] of [
    ["IconUrl", 32],
    ["HighResolutionIconUrl", 64],
  ] as const) {
    const icon = child(root, name);
    if (!icon) faults.push(`<${name}> is missing.`);
    else check(icon.attributes["DefaultValue"] ?? "", size, icon.line);
  }
  return faults;
}

function commandFaults(root: Element, commands: readonly string[]): string[] {
  const faults: string[] = [];
  const seen = new Set<string>();
  for (const { name, attributes, line } of [...elementsNamed(root, "Group"), ...elementsNamed(root, "Control")]) {
    const id = attributes["id"] ?? "";
    if (id === "" || id.length > 125 || seen.has(id))
      faults.push(`line ${line}: the id of <${name}> must be there once and have 1 to 125 characters.`);
    seen.add(id);
  }
  for (const { text, line } of elementsNamed(root, "FunctionName")) {
    if (!commands.includes(text)) faults.push(`line ${line}: no command is associated with the name '${text}'.`);
  }
  const panes = elementsNamed(root, "TaskpaneId").map(({ text }) => text);
  if (panes.join() !== "Office.AutoShowTaskpaneWithDocument") {
    faults.push("One <TaskpaneId> must be Office.AutoShowTaskpaneWithDocument, so that a workbook can open the pane.");
  }
  const namespace = elementsNamed(root, "Namespace")[0]?.attributes["resid"];
  const word = elementsNamed(root, "String").find(({ attributes }) => attributes["id"] === namespace)?.attributes[
    "DefaultValue"
  ];
  if (word !== "SAVINGS") faults.push(`The functions' namespace is '${word ?? ""}'; workbooks hold SAVINGS.`);
  return faults;
}

function requirementFaults(root: Element): string[] {
  const sets = elementsNamed(root, "Set").map(({ attributes }) => `${attributes["Name"]} ${attributes["MinVersion"]}`);
  const faults: string[] = [];
  if (!sets.includes("SharedRuntime 1.1")) faults.push("The requirement set SharedRuntime 1.1 is missing.");
  // Later sets are not in the versions of Excel that are bought once.
  const runtime = sets.find((set) => /^CustomFunctionsRuntime /.test(set) && !/ 1\.[1-3]$/.test(set));
  if (runtime)
    faults.push(`The requirement set ${runtime} is not in perpetual Excel; CustomFunctionsRuntime 1.3 is the most.`);
  if (!sets.some((set) => /^ExcelApi 1\.\d+$/.test(set))) faults.push("A requirement set ExcelApi 1.x is missing.");
  return faults;
}
