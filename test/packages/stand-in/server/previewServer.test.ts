import { spawn } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPreview, type RunningPreview } from "@workbooks/stand-in/server/startPreview";
import { UsageError } from "@workbooks/stand-in/usageError";

const project = join(__dirname, "..", "..", "..", "..");
let root: string;
let sample: string;
let preview: RunningPreview;
const printed: string[] = [];

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "preview-server-"));
  sample = join(root, "plan.xlsx");
  const file = (path: string, text: string): void => {
    mkdirSync(join(root, path, ".."), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  file("build/preview/index.html", "<title>preview</title>");
  file("build/preview/preview.js", "start();");
  file("build/secret.pem", "secret");
  file("dist/functions.json", "{}");
  file("dist/manifest.xml", '<OfficeApp><DisplayName DefaultValue="Savings Attribution (development)"/></OfficeApp>');
  file("dist/taskpane.html", '<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>');
  file("plan.xlsx", "sample");
  copyFileSync(join(project, "assets", "samples", "forward-view.xlsx"), join(root, "my book £.xlsx"));
  file("broken.xlsx", "PK\u0003\u0004 and no more");
  preview = await startPreview({
    root,
    sample,
    arguments: ["--port", "0", "--no-open"],
    print: (line) => printed.push(line),
  });
});

afterAll(async () => {
  await preview.close();
  rmSync(root, { recursive: true });
});

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

function get(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Answer> {
  const { port } = new URL(preview.address);
  return new Promise((done, failed) => {
    const own = { Host: `localhost:${port}`, ...headers };
    request({ host: "127.0.0.1", port, path, method, headers: own }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (part: string) => (text += part));
      response.on("end", () => done({ status: response.statusCode ?? 0, headers: response.headers, text }));
    })
      .on("error", failed)
      .end();
  });
}

/** The path with the key of the preview that runs. */
function withKey(path: string): string {
  return `${path}${new URL(preview.address).search}`;
}

test("the address is printed and nothing else: over http, which a browser trusts on localhost, no certificate is needed", () => {
  expect(printed).toEqual([
    expect.stringMatching(/^Preview of Savings Attribution: http:\/\/localhost:\d+\/\?key=[\w-]{32}$/),
  ]);
});

test("preview, add-in, Office.js and workbook come from one origin", async () => {
  expect((await get(withKey("/"))).text).toBe("<title>preview</title>");
  expect((await get("/preview/preview.js")).text).toBe("start();");
  expect((await get("/functions.json")).headers).toMatchObject({
    "access-control-allow-origin": "*",
    "content-type": /json/ as never,
  });
  expect((await get(withKey("/workbook"))).text).toBe("sample");
  expect((await get("/office-js/office.js")).status).toBe(200);
  // Office.js asks for its strings in the case of the locale.
  expect((await get("/office-js/en-US/office_strings.js")).status).toBe(200);
});

test("only Office.js's address is changed in the add-in's page", async () => {
  const inPreview = await get("/taskpane.html", { "Sec-Fetch-Site": "same-origin" });
  const { origin } = new URL(preview.address);
  expect(inPreview.text).toBe(`<script src="${origin}/office-js/office.js"></script>`);
  expect(inPreview.headers["content-security-policy"]).toMatch(/frame-ancestors 'self' .*officeapps\.live\.com/);
});

test("the preview's own page may load nothing from elsewhere", async () => {
  expect((await get(withKey("/"))).headers["content-security-policy"]).toMatch(/default-src 'self'; script-src 'self'/);
});

test("what the browser has already is not sent again", async () => {
  const first = await get("/functions.json");
  const again = await get("/functions.json", { "If-None-Match": String(first.headers["etag"]) });
  expect(again).toMatchObject({ status: 304, text: "" });
});

test.each([
  "/preview/../secret.pem",
  "/preview/%2e%2e/secret.pem",
  "/preview/..%2fsecret.pem",
  "/..%2f..%2fetc/passwd",
  "/nothing.js",
  "/preview/",
])("%s is not served", async (path) => expect((await get(path)).status).toBe(404));

test("a broken address and writing are refused", async () => {
  expect((await get("/%E0%A4%A")).status).toBe(400);
  expect((await get("/functions.json", {}, "POST")).status).toBe(405);
});

test("another workbook can be opened, whatever its name", async () => {
  const other = await startPreview({
    root,
    sample,
    arguments: [join(root, "my book £.xlsx"), "--port=0"],
    print: () => undefined,
  });
  const first = preview;
  preview = other;
  const answer = await get(withKey("/workbook"));
  renameSync(join(root, "my book £.xlsx"), join(root, "gone.xlsx"));
  const gone = await get(withKey("/workbook"));
  preview = first;
  await other.close();
  expect(Number(answer.headers["content-length"] ?? 0) || answer.text.length).toBeGreaterThan(1000);
  expect(gone).toMatchObject({
    status: 404,
    text: expect.stringMatching(/^There is no workbook ".*my book £\.xlsx" any more\.\n$/),
  });
  expect(decodeURIComponent(String(answer.headers["x-file-name"]))).toBe("my book £.xlsx");
});

test("a port that is taken is said, unless none was asked for", async () => {
  const { port } = new URL(preview.address);
  const start = startPreview({ root, sample, arguments: ["--port", port], print: () => undefined });
  await expect(start).rejects.toThrow(`Port ${port} is taken`);
});

test("a second preview takes the next port that is free", async () => {
  const start = () => startPreview({ root, sample, arguments: ["--no-open"], print: () => undefined });
  const [first, second] = [await start(), await start()];
  const ports = [first, second].map(({ address }) => Number(new URL(address).port));
  await Promise.all([first.close(), second.close()]);
  expect(ports[0]).toBeGreaterThanOrEqual(3000);
  expect(ports[1]).toBeGreaterThan(ports[0] ?? Infinity);
});

test("a file that is no workbook is said before anything is started", async () => {
  const start = startPreview({ root, sample, arguments: [join(root, "broken.xlsx")], print: () => undefined });
  await expect(start).rejects.toThrow(UsageError);
  await expect(start).rejects.toThrow(/^"[^"]*broken\.xlsx" cannot be opened: The file .*\.$/);
});

test("npm start runs without a display until Ctrl+C, and ends cleanly", async () => {
  const process_ = spawn(process.execPath, [join(project, "scripts", "start.js"), "--port", "0"], {
    cwd: project,
    env: { ...process.env, CI: "1" },
  });
  let said = "";
  let complained = "";
  process_.stderr.on("data", (part: Buffer) => (complained += part.toString()));
  const code = await new Promise<number | null>((ended) => {
    process_.on("exit", ended);
    process_.stdout.on("data", (part: Buffer) => {
      said += part.toString();
      if (/http:\/\/localhost:\d+\/\?key=\S+\n/.test(said)) process_.kill("SIGINT");
    });
  });
  expect({ code, complained }).toEqual({ code: 0, complained: "" });
});

test.each([
  [["--port", "x"], "--port needs a number"],
  [["--colour"], "is not an option"],
  [["nothing.xlsx"], 'There is no workbook "nothing.xlsx"'],
  [["."], 'There is no workbook "."'],
  [["a.xlsx", "b.xlsx"], "Only one workbook"],
])("%j is wrong usage", async (words, message) => {
  const start = startPreview({ root, sample, arguments: words, print: () => undefined });
  await expect(start).rejects.toThrow(UsageError);
  await expect(start).rejects.toThrow(message);
});
