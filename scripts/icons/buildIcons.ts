/** Draws the add-in's icons into assets/icons: `npm run icons`. The same bytes come out every time. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PNG } from "pngjs";

/** Pixel sizes: the ribbon asks for 16 to 80, shops and catalogues for 96 and 128. */
export const iconSizes = [16, 20, 24, 32, 40, 48, 64, 80, 96, 128] as const;

/** "bridge" opens the pane; "again" is the same bridge under a turning arrow, "check" with a tick. */
export const iconNames = ["bridge", "again", "check"] as const;

type IconName = (typeof iconNames)[number];

export function drawIcon(name: IconName, size: number): Buffer {
  const png = new PNG({ width: size, height: size });
  const shapes = shapesOf[name](size);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) png.data.set(pixel(shapes, x, y), (y * size + x) * 4);
  }
  return PNG.sync.write(png, { deflateLevel: 9 });
}

const shapesOf: Record<IconName, (size: number) => Shape[]> = { bridge, again, check: checked };

type Colour = readonly [number, number, number];

interface Shape {
  colour: Colour;
  /** Whether a point, in pixels of the icon, lies in the shape. */
  holds(x: number, y: number): boolean;
}

const need: Colour = [0x10, 0x7c, 0x41];
const saved: Colour = [0x2a, 0xa8, 0x9a];
const gap: Colour = [0xf0, 0x9c, 0x1f];
const arrow: Colour = [0x2f, 0x6f, 0xc4];

/** Points per pixel and direction when an edge is smoothed. */
const samples = 8;

/** A bridge in three bars: what is needed, what the savings take off, and the gap that remains. */
function bridge(size: number): Shape[] {
  const at = grid(size);
  const [top, bottom, step] = [at(1.5), at(14.5), at(8.5)];
  const between = at(1);
  const width = Math.floor((size - 2 * at(1) - 2 * between) / 3);
  const left = Math.floor((size - 3 * width - 2 * between) / 2);
  const radius = size < 32 ? size / 32 : size / 24;
  const second = left + width + between;
  const third = second + width + between;
  return [
    bar(need, left, top, width, bottom - top, radius),
    bar(saved, second, top, width, step - top, radius),
    bar(gap, third, step, width, bottom - step, radius),
  ];
}

/** The bridge, smaller, with an arrow that goes round it: the run is done once more. */
function again(size: number): Shape[] {
  const centre = size * 0.5;
  const outer = size * 0.44;
  const thick = Math.max(1.6, size * 0.09);
  const inner = outer - thick;
  const unit = Math.max(1, Math.round(size / 9));
  const space = size < 24 ? 1 : Math.max(1, Math.round(size / 24));
  const left = Math.round((size - 3 * unit - 2 * space) / 2);
  const top = Math.round(size * 0.3);
  const bottom = Math.round(size * 0.72);
  const step = Math.round(size * 0.53);
  const opening = { from: -0.5, to: 0.12 };
  const ring: Shape = {
    colour: arrow,
    holds(x, y) {
      const distance = Math.hypot(x - centre, y - centre);
      const angle = Math.atan2(y - centre, x - centre) / Math.PI;
      return distance <= outer && distance >= inner && !(angle > opening.from && angle < opening.to);
    },
  };
  return [
    ring,
    head(centre, (outer + inner) / 2, opening.from * Math.PI, thick),
    bar(need, left, top, unit, bottom - top, 0),
    bar(saved, left + unit + space, top, unit, step - top, 0),
    bar(gap, left + 2 * (unit + space), step, unit, bottom - step, 0),
  ];
}

/** The bridge under a tick: the workbook is looked through. */
function checked(size: number): Shape[] {
  const thick = Math.max(1.8, size * 0.13);
  const [left, foot, right] = [
    [size * 0.4, size * 0.68],
    [size * 0.58, size * 0.88],
    [size * 0.94, size * 0.42],
  ] as const;
  return [stroke(left, foot, thick), stroke(foot, right, thick), ...bridge(size)];
}

/** A straight stroke with round ends. */
function stroke(from: readonly [number, number], to: readonly [number, number], thick: number): Shape {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = dx * dx + dy * dy;
  return {
    colour: arrow,
    holds(x, y) {
      const along = Math.min(1, Math.max(0, ((x - from[0]) * dx + (y - from[1]) * dy) / length));
      return Math.hypot(x - from[0] - along * dx, y - from[1] - along * dy) <= thick / 2;
    },
  };
}

/** The arrow's head: a triangle at the end of the ring, pointing clockwise. */
function head(centre: number, radius: number, angle: number, thick: number): Shape {
  const length = thick * 2;
  const half = thick * 1.3;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return {
    colour: arrow,
    holds(x, y) {
      const [fromX, fromY] = [x - centre - radius * cos, y - centre - radius * sin];
      const along = -fromX * sin + fromY * cos;
      const across = Math.abs(fromX * cos + fromY * sin);
      return along >= 0 && along <= length && across <= half * (1 - along / length);
    },
  };
}

/** Places on a grid of sixteenths, on whole pixels so that straight edges stay sharp. */
function grid(size: number): (sixteenths: number) => number {
  return (sixteenths) => Math.round((sixteenths * size) / 16);
}

function bar(colour: Colour, left: number, top: number, width: number, height: number, radius: number): Shape {
  return {
    colour,
    holds(x, y) {
      if (x < left || x > left + width || y < top || y > top + height) return false;
      const beyondX = Math.max(left + radius - x, x - (left + width - radius), 0);
      const beyondY = Math.max(top + radius - y, y - (top + height - radius), 0);
      return Math.hypot(beyondX, beyondY) <= radius || radius === 0;
    },
  };
}

/** Red, green, blue, alpha of one pixel: the mean of the sample points, earlier shapes over later ones. */
function pixel(shapes: readonly Shape[], x: number, y: number): number[] {
  const sum = [0, 0, 0];
  let hits = 0;
  for (let i = 0; i < samples * samples; i++) {
    const atX = x + ((i % samples) + 0.5) / samples;
    const atY = y + (Math.floor(i / samples) + 0.5) / samples;
    const shape = shapes.find((one) => one.holds(atX, atY));
    if (!shape) continue;
    hits++;
    shape.colour.forEach((part, channel) => (sum[channel] = (sum[channel] ?? 0) + part));
  }
  if (hits === 0) return [0, 0, 0, 0];
  return [...sum.map((part) => Math.round(part / hits)), Math.round((255 * hits) / (samples * samples))];
}

function writeIcons(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const name of iconNames) {
    for (const size of iconSizes) writeFileSync(join(folder, `${name}-${size}.png`), drawIcon(name, size));
  }
}

if (require.main === module) writeIcons(join(__dirname, "..", "..", "assets", "icons"));
