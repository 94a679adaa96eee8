import { Worker as Thread } from "node:worker_threads";
import { buildSync } from "esbuild";

/** A browser's Worker on a thread of Node: the same messages, the same code, built from its entry. */
export class ThreadWorker {
  static started = 0;
  static broken = false;
  onmessage?: (event: { data: unknown }) => void;
  onerror?: (error: unknown) => void;
  onmessageerror?: (error: unknown) => void;
  private readonly thread: Thread;

  constructor(entry: URL) {
    if (ThreadWorker.broken) throw new Error("The page's policy forbids workers.");
    ThreadWorker.started++;
    const code = buildSync({
      entryPoints: [entry.pathname],
      bundle: true,
      write: false,
      platform: "browser",
      logLevel: "silent",
    });
    const prelude = `const { parentPort } = require("node:worker_threads");
      globalThis.postMessage = (message) => parentPort.postMessage(message);
      parentPort.on("message", (data) => globalThis.onmessage({ data }));`;
    this.thread = new Thread(prelude + code.outputFiles[0]!.text, { eval: true });
    this.thread.on("message", (data) => this.onmessage?.({ data }));
    this.thread.on("error", (error) => this.onerror?.(error));
    this.thread.unref();
  }

  postMessage(message: unknown): void {
    this.thread.ref();
    this.thread.postMessage(message);
  }

  terminate(): void {
    void this.thread.terminate();
  }
}
