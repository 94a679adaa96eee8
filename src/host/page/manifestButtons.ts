/** A ribbon button as the add-in's manifest declares it. */
export interface ManifestButton {
  id: string;
  label: string;
  tip: string;
  /** Path of the icon of 20 pixels on this server. */
  icon: string | null;
  action: { kind: "showPane"; page: string } | { kind: "function"; name: string };
}

/** The ribbon buttons of a manifest, in its order, and the label of their group. */
export function readButtons(manifest: string): { group: string; page: string; buttons: ManifestButton[] } {
  const document = new DOMParser().parseFromString(manifest, "text/xml");
  const resources = new Map<string, string>();
  for (const tag of ["Image", "Url", "String"]) {
    for (const element of document.getElementsByTagNameNS(BASIC_TYPES, tag)) {
      resources.set(element.getAttribute("id") ?? "", element.getAttribute("DefaultValue") ?? "");
    }
  }
  const text = (parent: Element | undefined, tag: string): string => {
    const id = parent?.getElementsByTagName(tag)[0]?.getAttribute("resid");
    return (id && resources.get(id)) ?? "";
  };
  const group = document.getElementsByTagName("Group")[0];
  const buttons = [...document.getElementsByTagName("Control")].map((control): ManifestButton => {
    const icon = [...control.getElementsByTagNameNS(BASIC_TYPES, "Image")].find(
      (image) => image.getAttribute("size") === "20",
    );
    const address = resources.get(icon?.getAttribute("resid") ?? "");
    const functionName = control.getElementsByTagName("FunctionName")[0]?.textContent?.trim();
    return {
      id: control.getAttribute("id") ?? "",
      label: text(control, "Label"),
      tip: text(control.getElementsByTagName("Supertip")[0], "Description"),
      icon: address ? new URL(address).pathname : null,
      action: functionName
        ? { kind: "function", name: functionName }
        : { kind: "showPane", page: pathOf(text(control, "SourceLocation")) },
    };
  });
  const page = document.getElementsByTagName("DefaultSettings")[0]?.getElementsByTagName("SourceLocation")[0];
  return { group: text(group, "Label"), page: pathOf(page?.getAttribute("DefaultValue") ?? ""), buttons };
}

const BASIC_TYPES = "http://schemas.microsoft.com/office/officeappbasictypes/1.0";

function pathOf(address: string): string {
  return address ? new URL(address).pathname : "/taskpane.html";
}
