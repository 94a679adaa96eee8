import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

export interface Certificate {
  key: string;
  cert: string;
}

/**
 * The certificate of Office's developer tools where it is installed and trusted on this machine, which Excel needs to load an
 * add-in from here. Null where there is none: a browser trusts http on localhost, and would warn of any other certificate.
 */
export async function findCertificate(): Promise<Certificate | null> {
  const folder = join(homedir(), ".office-addin-dev-certs");
  const [keyFile, certFile] = [join(folder, "localhost.key"), join(folder, "localhost.crt")];
  if (!existsSync(keyFile) || !existsSync(certFile)) return null;
  try {
    // Loaded only here: the check runs the system's own certificate tool.
    const { verifyCertificates } = await import("office-addin-dev-certs");
    return verifyCertificates() ? { key: readFileSync(keyFile, "utf8"), cert: readFileSync(certFile, "utf8") } : null;
  } catch {
    return null;
  }
}
