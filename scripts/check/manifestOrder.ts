import type { Element } from "./xmlTree";

/**
 * The children that each element of an add-in only manifest may have, in the order that Microsoft's schema asks for
 * ([MS-OWEMXML]; https://learn.microsoft.com/javascript/api/manifest). Only what a task pane add-in for Excel uses.
 */
const childrenInOrder: Record<string, readonly string[]> = {
  OfficeApp: [
    ...["Id", "AlternateId", "Version", "ProviderName", "DefaultLocale", "DisplayName", "Description", "IconUrl"],
    ...["HighResolutionIconUrl", "SupportUrl", "AppDomains", "Hosts", "Requirements", "DefaultSettings", "Permissions"],
    "VersionOverrides",
  ],
  AppDomains: ["AppDomain"],
  Hosts: ["Host"],
  Host: ["Runtimes", "AllFormFactors", "DesktopFormFactor", "MobileFormFactor"],
  Requirements: ["Sets", "Methods"],
  Sets: ["Set"],
  DefaultSettings: ["SourceLocation", "RequestedWidth", "RequestedHeight"],
  VersionOverrides: ["Description", "Requirements", "Hosts", "Resources", "WebApplicationInfo", "EquivalentAddins"],
  Runtimes: ["Runtime"],
  AllFormFactors: ["ExtensionPoint"],
  DesktopFormFactor: ["GetStarted", "FunctionFile", "ExtensionPoint"],
  GetStarted: ["Title", "Description", "LearnMoreUrl"],
  "ExtensionPoint CustomFunctions": ["Script", "Page", "Metadata", "Namespace"],
  "ExtensionPoint PrimaryCommandSurface": ["OfficeTab", "CustomTab"],
  OfficeTab: ["Group"],
  CustomTab: ["Group", "Label"],
  Group: ["Label", "Icon", "Control"],
  Control: ["Label", "Supertip", "Icon", "Action", "Enabled"],
  Supertip: ["Title", "Description"],
  Icon: ["Image"],
  "Action ShowTaskpane": ["TaskpaneId", "SourceLocation", "Title"],
  "Action ExecuteFunction": ["FunctionName"],
  Resources: ["Images", "Urls", "ShortStrings", "LongStrings"],
  Images: ["Image"],
  Urls: ["Url"],
  ShortStrings: ["String"],
  LongStrings: ["String"],
  Script: ["SourceLocation"],
  Page: ["SourceLocation"],
  Metadata: ["SourceLocation"],
};

/** One sentence for each element that is unknown where it stands, or stands too late. */
export function orderFaults(element: Element): string[] {
  const allowed =
    childrenInOrder[`${element.name} ${element.attributes["type"] ?? ""}`] ?? childrenInOrder[element.name] ?? [];
  let furthest = -1;
  const faults: string[] = [];
  for (const one of element.children) {
    const place = allowed.indexOf(one.name);
    if (place < 0) faults.push(`line ${one.line}: <${one.name}> is not known in <${element.name}>.`);
    else if (place < furthest) {
      faults.push(`line ${one.line}: <${one.name}> must stand before <${allowed[furthest]}> in <${element.name}>.`);
    }
    furthest = Math.max(furthest, place);
    faults.push(...orderFaults(one));
  }
  return faults;
}
