import "./classes/application";
import "./classes/customXml";
import "./classes/linkedWorkbooks";
import "./classes/names";
import "./classes/protection";
import "./classes/settings";
import "./classes/tables";
import "./classes/workbook";
import "./classes/worksheet";
import "./classes/chart/chartAreas";
import "./classes/chart/chartAxes";
import "./classes/chart/chartFormats";
import "./classes/chart/chartLabels";
import "./classes/chart/chartPoints";
import "./classes/chart/charts";
import "./classes/chart/chartSeries";
import "./classes/range/range";
import "./classes/range/rangeAreas";
import "./classes/range/rangeBorders";
import "./classes/range/rangeFormat";
import "./classes/range/rangeSort";
import "./classes/range/rangeView";
import "./classes/range/removeDuplicates";
import "./services";
import { definedClasses } from "./registry";
import type { ClassEntry } from "./table";

/** Every class that the stand-in has: a file of classes counts once it is imported here. */
export const classList: readonly ClassEntry[] = definedClasses();
