import { act } from "react";
import { createRoot } from "react-dom/client";
import { ThemedPane } from "../../src/taskpane/ThemedPane";
import { detectTheme, relativeLuminance } from "../../src/taskpane/theme/detectTheme";
import { FakeWorkbook } from "./support/fakeWorkbook";
import "./support/renderPane";

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

test("the pane follows Office's theme when it gets the focus again", async () => {
  const theme = { officeColours: () => ({ isDarkTheme: isDark }) };
  let isDark = false;
  const place = document.body.appendChild(document.createElement("div"));
  const root = createRoot(place);
  await act(async () => {
    root.render(<ThemedPane workbook={new FakeWorkbook([])} theme={theme} version="1" />);
    await Promise.resolve();
  });
  const scheme = () => place.querySelector<HTMLElement>(".fui-FluentProvider")!.style.colorScheme;
  expect(scheme()).toBe("light");
  isDark = true;
  act(() => void window.dispatchEvent(new Event("focus")));
  expect(scheme()).toBe("dark");
  act(() => root.unmount());
});
