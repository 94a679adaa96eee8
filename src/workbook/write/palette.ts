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
