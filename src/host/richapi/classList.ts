import "./classes/application";
import "./classes/chartAreas";
import "./classes/chartAxes";
import "./classes/chartFormats";
import "./classes/chartLabels";
import "./classes/chartPoints";
import "./classes/charts";
import "./classes/chartSeries";
import "./classes/customXml";
import "./classes/linkedWorkbooks";
import "./classes/names";
import "./classes/protection";
import "./classes/range";
import "./classes/rangeAreas";
import "./classes/rangeBorders";
import "./classes/rangeFormat";
import "./classes/rangeSort";
import "./classes/rangeView";
import "./classes/removeDuplicates";
import "./classes/settings";
import "./classes/tables";
import "./classes/workbook";
import "./classes/worksheet";
import "./services";
import { definedClasses } from "./registry";
import type { ClassEntry } from "./table";

/** Every class that the stand-in has: a file of classes counts once it is imported here. */
export const classList: readonly ClassEntry[] = definedClasses();
