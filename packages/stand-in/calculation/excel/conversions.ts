import type { ValueContent } from "@workbooks/xlsx/content";
import { isError, notAvailable, wrongValue, type OwnFunction } from "./ownFunction";
import { textOf } from "./texts/texts";

const inch = 0.0254;
const pound = 453.59237;
const foot = 12 * inch;
const mile = 5280 * foot;
const lightYear = 9.460_730_472_580_8e15;
const gallon = 231 * inch ** 3;
const imperialGallon = 0.004_546_09;
const point = inch / 72;
const horsepower = 550 * foot * (pound / 1000) * 9.806_65;

/** Units by what they measure: each is so many of the first. Those behind the bar take prefixes. */
const units: Record<string, Record<string, number>> = {
  mass: {
    ...{
      sg: 14_593.902_937_206_364,
      lbm: pound,
      ozm: pound / 16,
      grain: pound / 7000,
      cwt: pound * 100,
      shweight: pound * 100,
    },
    ...{ uk_cwt: pound * 112, lcwt: pound * 112, hweight: pound * 112, stone: pound * 14, ton: pound * 2000 },
    ...{ uk_ton: pound * 2240, LTON: pound * 2240, brton: pound * 2240, "|g": 1, "|u": 1.660_538_782e-24 },
  },
  distance: {
    ...{
      mi: mile,
      Nmi: 1852,
      in: inch,
      ft: foot,
      yd: 3 * foot,
      ell: 45 * inch,
      Picapt: point,
      Pica: point,
      pica: inch / 6,
    },
    ...{
      survey_mi: 1_609.347_218_694_437_3,
      "|m": 1,
      "|ang": 1e-10,
      "|ly": lightYear,
      "|parsec": 3.085_677_581_281_553_6e16,
    },
    "|pc": 3.085_677_581_281_553_6e16,
  },
  time: { yr: 31_557_600, day: 86_400, d: 86_400, hr: 3600, mn: 60, min: 60, "|sec": 1, "|s": 1 },
  pressure: {
    psi: 6_894.757_293_168_362,
    Torr: 101_325 / 760,
    "|Pa": 1,
    "|p": 1,
    "|atm": 101_325,
    "|at": 101_325,
    "|mmHg": 133.322,
  },
  force: { lbf: 4.448_221_615_260_5, "|N": 1, "|dyn": 1e-5, "|dy": 1e-5, "|pond": 0.009_806_65 },
  energy: {
    ...{
      BTU: 1_055.055_852_62,
      btu: 1_055.055_852_62,
      flb: 1.355_817_948_331_400_4,
      HPh: horsepower * 3600,
      hh: horsepower * 3600,
    },
    ...{ "|J": 1, "|e": 1e-7, "|c": 4.184, "|cal": 4.1868, "|eV": 1.602_176_487e-19, "|ev": 1.602_176_487e-19 },
    ...{ "|Wh": 3600, "|wh": 3600 },
  },
  power: { HP: horsepower, h: horsepower, PS: 735.498_75, "|W": 1, "|w": 1 },
  magnetism: { "|T": 1, "|ga": 1e-4 },
  volume: {
    ...{
      tsp: gallon / 768,
      tspm: 5e-6,
      tbs: gallon / 256,
      oz: gallon / 128,
      cup: gallon / 16,
      pt: gallon / 8,
      us_pt: gallon / 8,
    },
    ...{ "|uk_pt": imperialGallon / 8, qt: gallon / 4, uk_qt: imperialGallon / 4, gal: gallon, uk_gal: imperialGallon },
    ...{
      barrel: gallon * 42,
      bushel: 2_150.42 * inch ** 3,
      GRT: 100 * foot ** 3,
      regton: 100 * foot ** 3,
      MTON: 40 * foot ** 3,
    },
    ...{ "|l": 0.001, "|L": 0.001, "|lt": 0.001 },
    ...powers(3),
  },
  area: {
    ...{ uk_acre: 4_046.856_422_4, us_acre: 4_046.872_609_874_252, ha: 10_000, Morgen: 2500, "|ar": 100 },
    ...powers(2),
  },
  information: { "|bit": 1, "|byte": 8 },
  speed: {
    admkn: 0.514_773_333_333_333_3,
    kn: 1852 / 3600,
    "|mph": mile / 3600,
    "|m/h": 1 / 3600,
    "|m/hr": 1 / 3600,
    "|m/s": 1,
    "|m/sec": 1,
  },
};

function powers(power: number): Record<string, number> {
  const lengths = {
    ft: foot,
    in: inch,
    ly: lightYear,
    mi: mile,
    Nmi: 1852,
    Picapt: point,
    Pica: point,
    yd: 3 * foot,
    "|ang": 1e-10,
    "|m": 1,
  };
  return Object.fromEntries(
    Object.entries(lengths).flatMap(([name, length]) => [
      [`${name}${power}`, length ** power],
      [`${name}^${power}`, length ** power],
    ]),
  );
}

const prefixes: Record<string, number> = {
  ...{ Y: 1e24, Z: 1e21, E: 1e18, P: 1e15, T: 1e12, G: 1e9, M: 1e6, k: 1e3, h: 1e2, da: 1e1, e: 1e1 },
  ...{ d: 1e-1, c: 1e-2, m: 1e-3, u: 1e-6, n: 1e-9, p: 1e-12, f: 1e-15, a: 1e-18, z: 1e-21, y: 1e-24 },
};
const binary: Record<string, number> = Object.fromEntries(
  ["ki", "Mi", "Gi", "Ti", "Pi", "Ei", "Zi", "Yi"].map((name, index) => [name, 1024 ** (index + 1)]),
);

/** From a temperature to kelvins: times, and then plus. */
const temperatures: Record<string, [number, number]> = {
  ...{ C: [1, 273.15], cel: [1, 273.15], K: [1, 0], kel: [1, 0] },
  ...{ F: [5 / 9, 459.67 * (5 / 9)], fah: [5 / 9, 459.67 * (5 / 9)], Rank: [5 / 9, 0], Reau: [1.25, 273.15] },
};

export const conversions: OwnFunction[] = [
  {
    name: "CONVERT",
    takes: "avv",
    calculate: (number: number, from: ValueContent, to: ValueContent) => {
      if (typeof from === "boolean" || typeof to === "boolean" || isError(from) || isError(to)) return wrongValue;
      const [one, other] = [textOf(from), textOf(to)];
      const [hot, cold] = [temperature(one), temperature(other)];
      if (hot && cold) return (number * hot[0] + hot[1] - cold[1]) / cold[0];
      for (const measure of Object.values(units)) {
        const [own, its] = [sizeOf(one, measure), sizeOf(other, measure)];
        if (own !== null && its !== null) return one === other ? number : (number * own) / its;
      }
      return notAvailable;
    },
  },
];

function temperature(unit: string): [number, number] | null {
  const plain = temperatures[unit];
  if (plain) return plain;
  const [, prefix = "", rest = ""] = /^(da|.)(K|kel)$/.exec(unit) ?? [];
  const size = prefixes[prefix];
  return size !== undefined && rest ? [size, 0] : null;
}

function sizeOf(unit: string, measure: Record<string, number>): number | null {
  const plain = measure[unit] ?? measure[`|${unit}`];
  if (plain !== undefined) return plain;
  for (const length of [2, 1]) {
    const [prefix, rest] = [unit.slice(0, length), unit.slice(length)];
    const own = measure[`|${rest}`];
    const isBinary = "|bit" in measure && binary[prefix] !== undefined;
    const size = isBinary ? binary[prefix] : prefixes[prefix];
    // A square millimetre is a thousandth of a thousandth.
    const power = Number(/\^?([23])$/.exec(rest)?.[1] ?? 1);
    if (own !== undefined && size !== undefined) return own * size ** power;
  }
  return null;
}
