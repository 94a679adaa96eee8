import fc from "fast-check";
import { waterfall } from "../../src/engine/waterfall";

const amount = fc.integer({ min: -1000, max: 1000 }).map((tenths) => tenths / 8);

test("the stacked parts of a bar are the bar, and each begins where the one before it stands", () => {
  fc.assert(
    fc.property(amount, fc.array(amount), (start, amounts) => {
      const savings = amounts.map((each, index) => ({ name: `S${index}`, amount: each }));
      const bars = waterfall({ name: "Start", amount: start }, savings, { name: "End" });
      expect(bars.map(({ name }) => name)).toEqual(["Start", ...savings.map(({ name }) => name), "End"]);
      bars.forEach((bar, index) => {
        const isEnd = index === 0 || index === bars.length - 1;
        const before = isEnd ? 0 : bars[index - 1]!.after;
        expect([bar.from, bar.to]).toEqual([Math.min(before, bar.after), Math.max(before, bar.after)]);
        expect(bar.after).toBe(isEnd ? bar.amount : before + bar.amount);
        const top = Math.max(bar.base, 0) + bar.fall + bar.rise;
        const bottom = Math.min(bar.base, 0) + bar.fallBelowZero + bar.riseBelowZero;
        if (isEnd) expect([top, bottom, bar.total]).toEqual([0, 0, bar.amount]);
        else if (bar.from >= 0) expect([bar.base, top]).toEqual([bar.from, bar.to]);
        else if (bar.to <= 0) expect([bar.base, bottom]).toEqual([bar.to, bar.from]);
        else expect([bottom, top, bar.base]).toEqual([bar.from, bar.to, 0]);
      });
      expect(bars.at(-1)!.amount).toBe(amounts.reduce((rest, each) => rest - each, start));
    }),
  );
});
