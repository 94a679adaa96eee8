import { chartClasses } from "./classes/charts";
import { customXmlClasses } from "./classes/customXml";
import { nameClasses } from "./classes/names";
import { range } from "./classes/range";
import { rangeAreasClasses } from "./classes/rangeAreas";
import { rangeFormatClasses } from "./classes/rangeFormat";
import { sortClasses } from "./classes/rangeSort";
import { rangeViewClasses } from "./classes/rangeView";
import { removeDuplicatesClasses } from "./classes/removeDuplicates";
import { settingClasses } from "./classes/settings";
import { tableClasses } from "./classes/tables";
import { workbookClasses } from "./classes/workbook";
import { worksheetClasses } from "./classes/worksheet";
import { serviceClasses } from "./services";
import type { ClassEntry } from "./table";

/** Every class that the stand-in has, for the coverage page and for the test that no member is misspelt. */
export const classList: ClassEntry[] = [
  ...workbookClasses,
  ...worksheetClasses,
  range as unknown as ClassEntry,
  ...rangeFormatClasses,
  ...rangeAreasClasses,
  ...rangeViewClasses,
  ...sortClasses,
  ...removeDuplicatesClasses,
  ...tableClasses,
  ...nameClasses,
  ...chartClasses,
  ...customXmlClasses,
  ...settingClasses,
  ...serviceClasses,
];
