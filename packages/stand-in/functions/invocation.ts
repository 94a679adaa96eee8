import type { Belief } from "../beliefs";
import type { RichApiMessageEntry } from "../wire/protocol";
import type { AddinCall } from "../calculation/calculation";
import type { Workbook } from "../workbook/workbook";
import type { FunctionMetadata, FunctionsMetadata } from "./functionsMetadata";

/** What a function learns of its call beside its arguments; null where it has not asked for that. */
export interface Invocation {
  address: string | null;
  parameterAddresses: (string | null)[] | null;
}

export function invocationOf(
  { options = {} }: FunctionMetadata,
  call: AddinCall,
  workbook: Workbook,
  turned: ReadonlySet<Belief>,
): Invocation {
  const address = (sheet: string, area: { row: number; column: number; rowCount: number; columnCount: number }) =>
    workbook.address(workbook.sheet(sheet), area);
  const wantsAddress = options.stream ? options.requiresStreamAddress : options.requiresAddress;
  const wantsAddresses = options.stream ? options.requiresStreamParameterAddresses : options.requiresParameterAddresses;
  return {
    address: wantsAddress
      ? address(call.sheet, { row: call.row, column: call.column, rowCount: 1, columnCount: 1 })
      : null,
    parameterAddresses:
      wantsAddresses && !turned.has("a function is told which cells it was given")
        ? call.arguments.map((argument) => (argument?.area ? address(argument.area.sheet, argument.area) : null))
        : null,
  };
}

/** The message that asks the runtime for a call. */
export function callMessage(
  id: number,
  metadata: FunctionMetadata,
  all: FunctionsMetadata,
  values: unknown[],
  { address, parameterAddresses }: Invocation,
): RichApiMessageEntry {
  const { cancelable, stream } = metadata.options ?? {};
  const takesErrors = all.allowErrorForDataTypeAny === true;
  const takesDataTypes = all.allowCustomDataForDataTypeAny === true;
  const flags = (cancelable ? 1 : 0) + (stream ? 2 : 0) + (takesErrors ? 4 : 0) + (takesDataTypes ? 8 : 0);
  const sent = takesDataTypes ? asJson(values) : values;
  const message = JSON.stringify([id, metadata.id, sent, address, flags, parameterAddresses]);
  return [1, 1000, "", message, `call${id}`, false];
}

/** The message that cancels a call. */
export function cancelMessage(id: number): RichApiMessageEntry {
  return [1, 1001, "", JSON.stringify({ invocationId: id }), `cancel${id}`, false];
}

/** Functions that take data types get every value that is not plain as JSON in a member `value`. */
function asJson(values: unknown[]): unknown[] {
  return values.map((value) => {
    if (Array.isArray(value)) return asJson(value as unknown[]);
    return typeof value === "object" && value !== null ? { value: JSON.stringify(value) } : value;
  });
}
