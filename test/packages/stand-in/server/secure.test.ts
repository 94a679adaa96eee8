import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { get, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateCertificates } from "office-addin-dev-certs";
import { createPreviewServer } from "@workbooks/stand-in/server/previewServer";

/** As where Office's developer certificate is installed: one made by the same tool, trusted by this test alone. */
let root: string;
let ca: string;
let server: Server;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "preview-secure-"));
  const file = (name: string): string => join(root, name);
  jest.spyOn(console, "log").mockImplementation(() => undefined);
  await generateCertificates(file("ca.crt"), file("localhost.crt"), file("localhost.key"), 2, ["localhost"]);
  jest.restoreAllMocks();
  ca = readFileSync(file("ca.crt"), "utf8");
  mkdirSync(file("dist"));
  writeFileSync(
    file("dist/taskpane.html"),
    '<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>',
  );
  server = createPreviewServer({
    folders: { preview: root, addin: file("dist"), officeJs: root },
    workbook: file("ca.crt"),
    key: "secret",
    certificate: {
      key: readFileSync(file("localhost.key"), "utf8"),
      cert: readFileSync(file("localhost.crt"), "utf8"),
    },
  }) as Server;
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
});

afterAll(async () => {
  await new Promise((closed) => server.close(closed));
  rmSync(root, { recursive: true });
});

function ask(path: string, headers: Record<string, string>): Promise<{ status: number; text: string }> {
  const { port } = server.address() as AddressInfo;
  return new Promise((done, failed) => {
    get({
      host: "127.0.0.1",
      servername: "localhost",
      port,
      path,
      ca,
      headers: { Host: `localhost:${port}`, ...headers },
    })
      .on("response", (response) => {
        let text = "";
        response.on("data", (part: Buffer) => (text += part.toString()));
        response.on("end", () => done({ status: response.statusCode ?? 0, text }));
      })
      .on("error", failed);
  });
}

test("over https the preview gets Office.js from here, and Excel, whose page is elsewhere, from Microsoft", async () => {
  const { port } = server.address() as AddressInfo;
  const inPreview = await ask("/taskpane.html", { "Sec-Fetch-Site": "same-origin" });
  expect(inPreview.text).toBe(`<script src="https://localhost:${port}/office-js/office.js"></script>`);
  const inExcel = await ask("/taskpane.html", { "Sec-Fetch-Site": "cross-site" });
  expect(inExcel.text).toContain("https://appsforoffice.microsoft.com/lib/1/hosted/office.js");
});

test("over https the page of the same address is given the workbook, one over http is not", async () => {
  const { port } = server.address() as AddressInfo;
  const own = await ask("/workbook?key=secret", { Origin: `https://localhost:${port}` });
  const other = await ask("/workbook?key=secret", { Origin: `http://localhost:${port}` });
  expect([own.status, other.status]).toEqual([200, 403]);
});
