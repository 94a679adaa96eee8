import { execFile } from "node:child_process";
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { chmod, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { createBrotliDecompress } from "node:zlib";
import { chromium, type Browser } from "playwright-core";

const ARGUMENTS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const INSTALLED = [
  process.env["BROWSER_PATH"] ?? "",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/microsoft-edge",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/opt/google/chrome/chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** Starts an installed Chrome, Edge or Chromium; where there is none (a bare Linux machine), the one from the npm package. */
export async function startBrowser(): Promise<Browser> {
  const installed = INSTALLED.find((path) => path && existsSync(path));
  if (installed) return chromium.launch({ executablePath: installed, args: ARGUMENTS });
  const folder = await packagedBrowser();
  return chromium.launch({
    executablePath: join(folder, "chromium"),
    // The packaged browser is the headless shell built for a serverless machine: one process, no GPU process of its own.
    args: [...ARGUMENTS, "--no-zygote", "--in-process-gpu", "--font-render-hinting=none"],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: [join(folder, "lib"), process.env["LD_LIBRARY_PATH"]].filter(Boolean).join(":"),
      FONTCONFIG_FILE: join(folder, "fonts.conf"),
    },
  });
}

/**
 * Unpacks the browser of `@sparticuz/chromium` with the shared libraries that it brings (NSS and the like, which a plain
 * Debian lacks; the package itself unpacks those on Amazon's machines only). Kept in the temporary folder; made complete
 * beside it and then renamed, so that two runs at once never see half a browser.
 */
async function packagedBrowser(): Promise<string> {
  const packaged = join(dirname(require.resolve("@sparticuz/chromium")), "..", "..", "bin");
  const target = join(tmpdir(), "savings-attribution-chromium-147.0.0");
  if (existsSync(join(target, "chromium"))) return target;
  const folder = await mkdtemp(join(tmpdir(), "chromium-"));
  await Promise.all([
    inflate(join(packaged, "chromium.br"), join(folder, "chromium")),
    unpack(join(packaged, "al2023.tar.br"), folder),
    unpack(join(packaged, "fonts.tar.br"), folder),
    unpack(join(packaged, "swiftshader.tar.br"), folder),
  ]);
  await chmod(join(folder, "chromium"), 0o755);
  await writeFile(join(folder, "fonts.conf"), fontConfiguration(target));
  try {
    await rename(folder, target);
  } catch (error) {
    if (!existsSync(join(target, "chromium"))) throw error;
    await rm(folder, { recursive: true, force: true });
  }
  return target;
}

/** Open Sans comes with the browser and has nearly the widths of Segoe UI, so that a layout is judged by what users see. */
function fontConfiguration(folder: string): string {
  const openSans = ["sans-serif", "system-ui", "Segoe UI", "Calibri", "Aptos", "Aptos Narrow", "Arial"]
    .map(
      (family) =>
        `  <alias binding="same"><family>${family}</family><prefer><family>Open Sans</family></prefer></alias>`,
    )
    .join("\n");
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/fontCache</cachedir>
${openSans}
</fontconfig>
`;
}

async function inflate(archive: string, file: string): Promise<void> {
  await pipeline(createReadStream(archive), createBrotliDecompress(), createWriteStream(file));
}

async function unpack(archive: string, folder: string): Promise<void> {
  const file = join(folder, basename(archive, ".br"));
  await inflate(archive, file);
  await promisify(execFile)("tar", ["-xf", file, "-C", folder]);
  await rm(file);
}
