import { tokens, type GriffelStyle } from "@fluentui/react-components";

/** Of a bar, in pixels. */
export const thickness = 12;

/** Above and below a bar, however high a name of two lines makes its row. */
export const edge = `calc(50% - ${thickness / 2}px)`;

/** A table whose rows have a bar each. */
export const chart: GriffelStyle = {
  width: "100%",
  borderCollapse: "collapse",
  fontSize: tokens.fontSizeBase200,
  lineHeight: tokens.lineHeightBase200,
};

/** The figure behind a bar. */
export const amount: GriffelStyle = {
  width: "1%",
  paddingLeft: tokens.spacingHorizontalS,
  textAlign: "right",
  whiteSpace: "nowrap",
  fontVariantNumeric: "tabular-nums",
};

/** Where a bar would be nothing. */
export const axis: GriffelStyle = {
  position: "absolute",
  top: 0,
  bottom: 0,
  borderLeft: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
};
