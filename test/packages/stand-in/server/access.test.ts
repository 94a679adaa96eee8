import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { get, type RequestOptions } from "node:http";
import { networkInterfaces, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { hasKey, isOwnHost, newKey } from "@workbooks/stand-in/server/access";
import { startPreview, type RunningPreview } from "@workbooks/stand-in/server/startPreview";

const files: Record<string, string> = {
  "build/preview/index.html": "<title>preview</title>",
  "build/preview/preview.js": "start();",
  "dist/taskpane.html": "<title>add-in</title>",
  "dist/functions.json": "{}",
  "plan.xlsx": "secret numbers",
};
const paths = [
  "/",
  "/workbook",
  "/preview/preview.js",
  "/functions.json",
  "/taskpane.html",
  "/office-js/office.js",
  "/none",
];

let root: string;
let sample: string;
let preview: RunningPreview;
let port: string;
let key: string;
const printed: string[] = [];

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "preview-access-"));
  sample = join(root, "plan.xlsx");
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  preview = await startPreview({
    root,
    sample,
    arguments: ["--port", "0", "--no-open"],
    print: (line) => printed.push(line),
  });
  const address = new URL(preview.address);
  port = address.port;
  key = address.searchParams.get("key") ?? "";
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

function ask(path: string, headers: Record<string, string> = {}, options: RequestOptions = {}): Promise<Answer> {
  const own = { Host: `localhost:${port}`, ...headers };
  return new Promise((done, failed) => {
    get({ host: "127.0.0.1", port, path, headers: own, ...options }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (part: string) => (text += part));
      response.on("end", () => done({ status: response.statusCode ?? 0, headers: response.headers, text }));
    }).on("error", failed);
  });
}

test.each(["localhost", "127.0.0.1", "[::1]", "LOCALHOST"])("the preview answers at %s", async (name) => {
  expect((await ask(`/workbook?key=${key}`, { Host: `${name}:${port}` })).status).toBe(200);
});

test("at no other name does any path answer, nor at another port: it may be a page elsewhere that has its name lead here", async () => {
  const others = [
    "evil.example",
    "localhost",
    "127.0.0.1:1",
    "localhost.evil.example",
    "127.0.0.2",
    "[::1]:1",
    "x@localhost",
    "0",
  ];
  const hosts = others.flatMap((name) =>
    name.includes(":1") ? [name] : [name, `${name}:${port}x`, `evil.${name}:${port}`],
  );
  for (const Host of hosts)
    for (const path of paths.flatMap((each) => [each, `${each}?key=${key}`])) {
      const { status, text } = await ask(path, { Host });
      expect({ Host, path, status }).toEqual({ Host, path, status: 403 });
      expect(text).toMatch(/^The preview answers at http:\/\/localhost:\d+ only, and at no other name\.\n$/);
    }
});

test("page and workbook need the key; what is in everybody's package does not", async () => {
  const wrong = [
    "",
    "?key=",
    `?key=${key.slice(1)}`,
    `?key=${key}x`,
    `?KEY=${key}`,
    `?key=x&key=${key}`,
    `?key=${newKey()}`,
  ];
  for (const path of ["/", "/workbook", "/%77orkbook"])
    for (const query of wrong) {
      const { status, text, headers } = await ask(path + query);
      expect({ path, query, status }).toEqual({ path, query, status: 403 });
      expect(text).toBe("The workbook is only for who has the key: open the address that the preview printed.\n");
      expect(headers["x-file-name"]).toBeUndefined();
    }
  for (const path of ["/preview/preview.js", "/functions.json", "/taskpane.html", "/office-js/office.js"])
    expect((await ask(path)).status).toBe(200);
});

test("no answer without the key holds the workbook or the key", async () => {
  for (const path of paths) {
    const { text, headers } = await ask(path);
    expect(text + JSON.stringify(headers)).not.toContain("secret numbers");
    expect(text + JSON.stringify(headers)).not.toContain(key);
  }
});

test("another page is not given the workbook, even with the key", async () => {
  const path = `/workbook?key=${key}`;
  const elsewhere = [
    { "Sec-Fetch-Site": "cross-site" },
    { "Sec-Fetch-Site": "same-site" },
    { Origin: "https://evil.example" },
    { Origin: `http://localhost:${Number(port) + 1}` },
    { Origin: `https://localhost:${port}` },
    { Origin: "null" },
  ];
  for (const headers of elsewhere)
    expect(await ask(path, headers)).toMatchObject({
      status: 403,
      text: "The workbook is for the preview's own page only.\n",
    });
  expect((await ask(path, { "Sec-Fetch-Site": "same-origin", Origin: `http://localhost:${port}` })).text).toBe(
    "secret numbers",
  );
});

test("the key is printed once, is in no Referer, and the workbook is kept in no cache", async () => {
  expect(printed.join("\n").split(key)).toHaveLength(2);
  for (const path of [`/?key=${key}`, `/workbook?key=${key}`, "/preview/preview.js", "/taskpane.html", "/none"])
    expect((await ask(path)).headers["referrer-policy"]).toBe("no-referrer");
  const { headers } = await ask(`/workbook?key=${key}`);
  expect(headers).toMatchObject({ "cache-control": "no-store", "cross-origin-resource-policy": "same-origin" });
  expect(headers["access-control-allow-origin"]).toBeUndefined();
});

test("the preview listens on this computer's own addresses only, on both where there are two", async () => {
  const all = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  for (const { address: host, internal, family, scopeid } of all) {
    // Such an address is one of a cable rather than of the computer: it is asked for with the cable's name.
    if (scopeid) continue;
    const answer = ask(`/workbook?key=${key}`, {}, { host, family: family === "IPv6" ? 6 : 4, timeout: 2000 });
    if (internal) expect((await answer).status).toBe(200);
    else await expect(answer).rejects.toThrow(/ECONNREFUSED/);
  }
});

test("a key is told from all other texts, and none is like another", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.nat({ max: 31 }).map((at) => key.slice(0, at) + key.slice(at + 1)),
      ),
      (text) => {
        const address = new URL("https://localhost/");
        address.searchParams.set("key", text);
        return hasKey(address, key) === (text === key);
      },
    ),
  );
  expect(new Set(Array.from({ length: 100 }, newKey)).size).toBe(100);
});

test.each([
  ["https", 443, 80],
  ["http", 80, 443],
] as const)("%s's own port may be left out of a name, another may not", (scheme, own, other) => {
  const isOwn = (host: string | undefined, port: number) => isOwnHost(host, port, scheme);
  expect([isOwn("localhost", own), isOwn(`localhost:${own}`, own)]).toEqual([true, true]);
  expect([isOwn("localhost", 3000), isOwn("localhost", other), isOwn(undefined, own)]).toEqual([false, false, false]);
  expect(isOwn("evil.example", own)).toBe(false);
});
