import { tokens, type GriffelStyle } from "@fluentui/react-components";

/** How lines of what was found look: a sign before the words, which break anywhere. */
export const lineLooks = {
  list: { listStyleType: "none", margin: 0, padding: 0 },
  item: {
    display: "flex",
    columnGap: tokens.spacingHorizontalS,
    paddingTop: tokens.spacingVerticalXS,
    paddingBottom: tokens.spacingVerticalXS,
  },
  words: { minWidth: 0, overflowWrap: "anywhere" },
  error: { flexShrink: 0, fontSize: tokens.fontSizeBase500, color: tokens.colorStatusDangerForeground1 },
  notice: { flexShrink: 0, fontSize: tokens.fontSizeBase500, color: tokens.colorNeutralForeground3 },
} as const satisfies Record<string, GriffelStyle>;
