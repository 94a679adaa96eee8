import { detectTheme, relativeLuminance } from "../../src/taskpane/theme/detectTheme";

test.each([
  [{ isDarkTheme: true, bodyBackgroundColor: "#FFFFFF" }, false, "dark"],
  [{ isDarkTheme: false, bodyBackgroundColor: "#000000" }, true, "light"],
  [{ bodyBackgroundColor: "#212121" }, false, "dark"],
  [{ bodyBackgroundColor: "#F3F2F1" }, true, "light"],
  [{ bodyBackgroundColor: "fff" }, true, "light"],
  [{ bodyBackgroundColor: "" }, true, "dark"],
  [{}, false, "light"],
  [undefined, true, "dark"],
  [undefined, false, "light"],
] as const)("Office says %p and the system prefers dark: %p", (office, prefersDark, theme) => {
  expect(detectTheme(office, prefersDark)).toBe(theme);
});

test("luminance as WCAG defines it", () => {
  expect(relativeLuminance("#FFFFFF")).toBeCloseTo(1);
  expect(relativeLuminance("#000000")).toBe(0);
  expect(relativeLuminance("#808080")).toBeCloseTo(0.2159, 4);
  expect(relativeLuminance("white")).toBeNull();
});
