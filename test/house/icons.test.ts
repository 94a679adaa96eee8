import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PNG } from "pngjs";
import { drawIcon, iconNames, iconSizes } from "../../scripts/icons/buildIcons";

const cases = iconNames.flatMap((name) =>
  iconSizes.map((size): [string, (typeof iconNames)[number], number] => [`${name}-${size}.png`, name, size]),
);

test.each(cases)("%s is what the script draws", (file, name, size) => {
  const icon = PNG.sync.read(readFileSync(join(__dirname, "..", "..", "assets", "icons", file)));
  expect([icon.width, icon.height]).toEqual([size, size]);
  expect(icon.data.equals(PNG.sync.read(drawIcon(name, size)).data)).toBe(true);
});
