import type { AddinFunctions, FunctionsMetadata } from "./functions/functionsMetadata";
import { child, descendants, parseXml, type XmlElement } from "@workbooks/xlsx/xml/parseXml";

/** An add-in as it is built. */
export interface BuiltAddin {
  manifest: AddinManifest;
  /** Null where the manifest gives its functions no namespace: formulas cannot call them. */
  functions: AddinFunctions | null;
}

/** What the texts of manifest.xml and functions.json say of an add-in. */
export function describeAddin(manifestXml: string, functionsJson: string): BuiltAddin {
  const manifest = readManifest(manifestXml);
  const { namespace } = manifest;
  const metadata = JSON.parse(functionsJson) as FunctionsMetadata;
  return { manifest, functions: namespace === null ? null : { ...metadata, namespace } };
}

/** What the stand-in learns of an add-in from its manifest. */
interface AddinManifest {
  id: string;
  version: string;
  /** What it is called, without a note in brackets at the end, such as that this is the copy of its developer. */
  name: string;
  /** Path of its page on this server. */
  page: string;
  /** What stands before the names of its functions in formulas; null where it has none. */
  namespace: string | null;
  /** Its ribbon buttons, in the manifest's order. */
  buttons: ManifestButton[];
}

export interface ManifestButton {
  id: string;
  label: string;
  tip: string;
  action: { kind: "showPane" } | { kind: "function"; name: string };
}

/** Reads the text of a manifest.xml. @throws XlsxError where it is no XML */
export function readManifest(text: string): AddinManifest {
  const root = parseXml(text, "manifest.xml");
  const words = resources(root);
  const namespace = word(words, descendants(root, "Namespace")[0]);
  return {
    id: child(root, "Id")?.text.trim() ?? "",
    version: child(root, "Version")?.text.trim() ?? "",
    name: valueOf(child(root, "DisplayName")).replace(/ \([^()]*\)$/, ""),
    page: pathOf(valueOf(child(root, "DefaultSettings", "SourceLocation"))),
    namespace: namespace === "" ? null : namespace,
    buttons: descendants(root, "Control").map((control) => buttonOf(control, words)),
  };
}

function buttonOf(control: XmlElement, words: Map<string, string>): ManifestButton {
  const functionName = descendants(control, "FunctionName")[0]?.text.trim();
  return {
    id: control.attributes["id"] ?? "",
    label: word(words, child(control, "Label")),
    tip: word(words, child(control, "Supertip", "Description")),
    action: functionName ? { kind: "function", name: functionName } : { kind: "showPane" },
  };
}

/** Texts and addresses by the id under which the rest of the manifest names them. */
function resources(root: XmlElement): Map<string, string> {
  const found = ["Url", "String"].flatMap((kind) => descendants(root, kind));
  return new Map(found.map((element) => [element.attributes["id"] ?? "", valueOf(element)]));
}

function word(words: Map<string, string>, element: XmlElement | undefined): string {
  return words.get(element?.attributes["resid"] ?? "") ?? "";
}

function valueOf(element: XmlElement | undefined): string {
  return element?.attributes["DefaultValue"] ?? "";
}

function pathOf(address: string): string {
  return address ? new URL(address).pathname : "/taskpane.html";
}
