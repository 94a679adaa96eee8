import { namespace } from "../functions/catalogue";
import { namedLambdas } from "../functions/lambdas/functionLambdas";
import { nativeForm } from "../functions/natives/nativeForms";
import packageFile from "../../package.json";
import { shareInExcel } from "../workbook/share/inExcel/shareInExcel";
import type { PaneWorkbook } from "./paneWorkbook";

export const share: PaneWorkbook["share"] = (task, request) =>
  shareInExcel(task, { namespace, lambdas: namedLambdas(packageFile.version), natives: nativeForm }, request);
