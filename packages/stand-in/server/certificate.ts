import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

export interface Certificate {
  key: string;
  cert: string;
  /** What the user can do about a browser's warning; null where the certificate is trusted. */
  advice: string | null;
}

/**
 * The certificate of Office's developer tools where it is installed and trusted on this machine; else one made now, kept in
 * memory only, which a browser asks about once. Nothing is installed and nobody is asked.
 */
export async function findCertificate(): Promise<Certificate> {
  return (await developerCertificate()) ?? (await makeCertificate());
}

async function developerCertificate(): Promise<Certificate | null> {
  const folder = join(homedir(), ".office-addin-dev-certs");
  const [keyFile, certFile] = [join(folder, "localhost.key"), join(folder, "localhost.crt")];
  if (!existsSync(keyFile) || !existsSync(certFile)) return null;
  try {
    // Loaded only here: the check runs the system's own certificate tool.
    const { verifyCertificates } = await import("office-addin-dev-certs");
    if (!verifyCertificates()) return null;
    return { key: readFileSync(keyFile, "utf8"), cert: readFileSync(certFile, "utf8"), advice: null };
  } catch {
    return null;
  }
}

async function makeCertificate(): Promise<Certificate> {
  const { generate } = await import("selfsigned");
  const inAYear = new Date();
  inAYear.setFullYear(inAYear.getFullYear() + 1);
  const made = await generate([{ name: "commonName", value: "localhost" }], {
    keyType: "ec",
    notAfterDate: inAYear,
    extensions: [
      { name: "basicConstraints", cA: false },
      { name: "keyUsage", digitalSignature: true },
      { name: "extKeyUsage", serverAuth: true },
      {
        name: "subjectAltName",
        altNames: [
          { type: 2, value: "localhost" },
          { type: 7, ip: "127.0.0.1" },
          { type: 7, ip: "::1" },
        ],
      },
    ],
  });
  return {
    key: made.private,
    cert: made.cert,
    advice:
      "The browser will warn that this address's certificate is unknown: go on to localhost once, " +
      "or run `npx office-addin-dev-certs install` and start again.",
  };
}
