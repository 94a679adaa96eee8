import { readFileSync } from "node:fs";
import type { Frame, Page } from "playwright-core";

const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/**
 * What axe finds wrong in a page or frame, one line each; parts of others (`without`) are left out. Colours that are
 * still changing have no contrast yet, so what ends by itself is let end first.
 */
export async function violations(target: Frame | Page, without: string[] = []): Promise<string[]> {
  await target.evaluate(axe);
  return target.evaluate(async (exclude) => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(Number(effect?.getComputedTiming().endTime)));
    await Promise.allSettled(ending.map(({ finished }) => finished));
    const { run } = (window as unknown as { axe: { run(context: object, options: object): Promise<AxeResults> } }).axe;
    const results = await run(
      { include: [["body"]], exclude: exclude.map((selector) => [selector]) },
      { iframes: false },
    );
    return results.violations.map(
      ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`,
    );
    interface AxeResults {
      violations: { id: string; help: string; nodes: { html: string }[] }[];
    }
  }, without);
}
