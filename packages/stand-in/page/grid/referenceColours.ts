/**
 * The colours in which a formula's references are typed, and the cells they mean are framed. Each can be read on white, and
 * on black as the dark grid turns it round; of the grid's own, three in four cannot.
 */
export const referenceColours = {
  1: "#5521b5",
  2: "#057a55",
  3: "#1a56db",
  4: "#b43403",
  5: "#d61f69",
  6: "#047481",
  7: "#c81e1e",
  8: "#725213",
  9: "#083ad1",
  10: "#31363f",
  11: "#99154b",
  12: "#03543f",
};
