/** The colours of charts on the sheet, the same ones that the pane's charts use; told apart by colour-blind readers and in grey. */
export const palette = {
  /** What lowers the gap: savings, funding. */
  fall: "#0F6CBD",
  /** What raises it: growth of need. */
  rise: "#C4501B",
  /** Where a bridge starts and ends. */
  total: "#424242",
  /** Headings on the written sheets. */
  heading: "#242424",
  /** Notes under a heading. */
  quiet: "#616161",
} as const;

/** One colour for each lever or group in order, repeating after the last; Okabe and Ito's set without black and yellow, darkened to 3:1 on white. */
export const series = ["#0072B2", "#B85600", "#00795A", "#A3517D", "#2D7FB8", "#7A6A00", "#5B4B9A", "#5F6B76"] as const;
