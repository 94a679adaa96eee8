import { invertColorByMatrix } from "@univerjs/core";
import fc from "fast-check";
import { contrastColour } from "@workbooks/stand-in/page/grid/contrastColour";
import { referenceColours } from "@workbooks/stand-in/page/grid/referenceColours";

/** Contrast of two colours as WCAG 2 defines it. */
function contrast(one: number[], other: number[]): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(channels: number[]): number {
  const [red = 0, green = 0, blue = 0] = channels
    .map((channel) => channel / 255)
    .map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

test.each(Object.entries(referenceColours))(
  "reference %s, %s, can be read in a light and in a dark grid",
  (_, colour) => {
    const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as [number, number, number];
    expect(contrast(channels, [255, 255, 255])).toBeGreaterThan(4.5);
    expect(contrast(invertColorByMatrix(channels), [0, 0, 0])).toBeGreaterThan(4.5);
  },
);

test("in high contrast every opaque colour is black, white or yellow, and a line that shows is not black", () => {
  const channel = fc.nat({ max: 255 });
  fc.assert(
    fc.property(channel, channel, channel, (red, green, blue) => {
      const written = [`rgb(${red},${green},${blue})`, `#${[red, green, blue].map(hex).join("")}`];
      for (const colour of written) {
        expect(["#000000", "#ffffff", "#ffff00"]).toContain(contrastColour(colour, "fill"));
        if (Math.max(red, green, blue) > 80) expect(contrastColour(colour, "line")).not.toBe("#000000");
      }
      expect(contrastColour(written[0]!, "line")).toBe(contrastColour(written[1]!, "line"));
    }),
  );
  expect(contrastColour("rgba(0,255,0,0.2)", "fill")).toBe("rgba(0,255,0,0.2)");
});

function hex(channel: number): string {
  return channel.toString(16).padStart(2, "0");
}
