import { classificationFeatures } from "./classification";
import type { Feature } from "./feature";
import { formFeatures } from "./forms";
import { headingFeatures } from "./headings";
import { kindFeatures, targetRowFeatures } from "./kinds";
import { nameFeatures } from "./names";
import { oneSavingFeatures } from "./oneSaving";
import { periodFeatures } from "./periods";
import { placeFeatures } from "./places";
import { rowFeatures } from "./rows";
import { signAndScaleFeatures } from "./signsAndScale";
import { spendingFeatures } from "./spending";
import { trackingFeatures } from "./tracking";
import { unitFeatures } from "./units";
import { yearFeatures } from "./years";

/** The grammar of layouts. Features are laid in this order: what is true, its columns, their units, the rows about them, the labels, the sheets. */
export const allFeatures: readonly Feature[] = [
  ...nameFeatures,
  ...spendingFeatures,
  ...kindFeatures,
  ...formFeatures,
  ...oneSavingFeatures,
  ...periodFeatures,
  ...trackingFeatures,
  ...targetRowFeatures,
  ...signAndScaleFeatures,
  ...classificationFeatures,
  ...headingFeatures,
  ...unitFeatures,
  ...rowFeatures,
  ...yearFeatures,
  ...placeFeatures,
];
