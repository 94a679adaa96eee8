/** What functions.json, the add-in's list of its functions, says of one. */
export interface FunctionMetadata {
  id: string;
  name: string;
  description?: string;
  parameters: ParameterMetadata[];
  result?: { type?: string; dimensionality?: string };
  options?: FunctionOptions;
}

interface FunctionOptions {
  stream?: boolean;
  cancelable?: boolean;
  volatile?: boolean;
  requiresAddress?: boolean;
  requiresParameterAddresses?: boolean;
  requiresStreamAddress?: boolean;
  requiresStreamParameterAddresses?: boolean;
}

export interface ParameterMetadata {
  name: string;
  description?: string;
  type?: string;
  dimensionality?: string;
  optional?: boolean;
  repeating?: boolean;
}

/** The functions of an add-in as its workbooks know them. */
export interface AddinFunctions extends FunctionsMetadata {
  /** What stands before their names in formulas, as the manifest gives it: CONTOSO for CONTOSO.ADD. */
  namespace: string;
}

/** What functions.json says. */
export interface FunctionsMetadata {
  /** Errors in cells are handed to parameters of the kind `any`; else they are the result. */
  allowErrorForDataTypeAny?: boolean;
  /** The functions take and give data types: formatted numbers, entities, images. */
  allowCustomDataForDataTypeAny?: boolean;
  functions: FunctionMetadata[];
}
