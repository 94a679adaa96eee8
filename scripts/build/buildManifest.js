/** The manifest for the place it will be served from: addresses, version, identity. */
const developmentOrigin = "https://localhost:3000";

/** Excel answers #REF! where a development copy and a released one share an Id, so each has its own. */
const releaseId = "a8686bcc-1ec6-42a6-99ce-00ff1a4210f5";
const developmentMark = " (development)";

/** Two add-ins whose functions share a namespace get in each other's way, whatever their Ids (OfficeDev/office-js#4207, #4571). */
const developmentNamespace = "SAVINGSDEV";

/**
 * @param {string} manifest text of manifest.xml, as it stands in the repository (the development one)
 * @param {{ origin: string, version: string, namespace?: string }} target where dist/ will be served from, package.json's
 *   version, and what stands before the functions' names where it is not what the text has
 * @returns {string}
 */
function manifestFor(manifest, { origin, version, namespace = functionNamespace(manifest) }) {
  const address = new URL(origin);
  if (address.protocol !== "https:") throw new Error(`origin: '${origin}' is not secure; Office loads https only.`);
  const base = address.href.replace(/\/+$/, "");
  const placed = manifest
    .replaceAll(developmentOrigin, base)
    .replace(/<Version>[^<]*<\/Version>/, `<Version>${version}.0</Version>`)
    .replace(namespaceEntry, `$1${namespace}"`);
  if (base === developmentOrigin) return placed;
  return placed.replace(/<Id>[^<]*<\/Id>/, `<Id>${releaseId}</Id>`).replaceAll(developmentMark, "");
}

const namespaceEntry = /(id="Functions\.Namespace"\s+DefaultValue=")([^"]+)"/;

/** What stands before the functions' names in formulas: "SAVINGS". */
function functionNamespace(manifest) {
  return namespaceEntry.exec(manifest)[2];
}

module.exports = { developmentNamespace, developmentOrigin, releaseId, manifestFor, functionNamespace };
