/** The accents of Excel's theme "Office" of 2013 to 2022, in which series are drawn that nobody has given a colour. */
const accents = ["#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47"];

/** The colour of the series, or of a pie's slice, at that place. Excel darkens the accents as it comes round to them again. */
export function automaticColor(place: number): string {
  const accent = accents[place % accents.length] ?? "#4472C4";
  const round = Math.floor(place / accents.length) % 3;
  if (round === 0) return accent;
  const scale = (from: number) => Math.round(parseInt(accent.slice(from, from + 2), 16) * (round === 1 ? 0.6 : 0.8));
  return `#${[1, 3, 5].map((from) => scale(from).toString(16).padStart(2, "0")).join("")}`.toUpperCase();
}
