interface NamedColour {
  name: string;
  /** "#RRGGBB" */
  rgb: string;
}

/** Office's theme with its tints, row by row, and the standard colours in the last row; ten to a row. */
export function palette(): NamedColour[][] {
  const tints: [string, number][] = [
    ["", 0],
    [", 80% lighter", 0.8],
    [", 60% lighter", 0.6],
    [", 40% lighter", 0.4],
  ];
  return [
    ...tints.map(([suffix, share]) =>
      THEME.map(({ name, rgb }) => ({ name: name + suffix, rgb: lighter(rgb, share) })),
    ),
    STANDARD,
  ];
}

/** A colour made lighter: 0 as it is, 1 white. */
function lighter(rgb: string, share: number): string {
  const parts = [1, 3, 5].map((start) => Number.parseInt(rgb.slice(start, start + 2), 16));
  return `#${parts
    .map((part) =>
      Math.round(part + (255 - part) * share)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}

const THEME: NamedColour[] = [
  { name: "Black", rgb: "#000000" },
  { name: "Grey", rgb: "#7f7f7f" },
  { name: "Blue-grey", rgb: "#44546a" },
  { name: "Blue", rgb: "#4472c4" },
  { name: "Orange", rgb: "#ed7d31" },
  { name: "Silver", rgb: "#a5a5a5" },
  { name: "Gold", rgb: "#ffc000" },
  { name: "Light blue", rgb: "#5b9bd5" },
  { name: "Green", rgb: "#70ad47" },
  { name: "Dark green", rgb: "#0f6c4e" },
];

const STANDARD: NamedColour[] = [
  { name: "White", rgb: "#ffffff" },
  { name: "Dark red", rgb: "#c00000" },
  { name: "Red", rgb: "#ff0000" },
  { name: "Amber", rgb: "#ffbf00" },
  { name: "Yellow", rgb: "#ffff00" },
  { name: "Light green", rgb: "#92d050" },
  { name: "Bright green", rgb: "#00b050" },
  { name: "Sky blue", rgb: "#00b0f0" },
  { name: "Input blue", rgb: "#0000ff" },
  { name: "Purple", rgb: "#7030a0" },
];
