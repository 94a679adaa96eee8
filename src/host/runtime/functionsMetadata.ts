/** What functions.json, the add-in's list of its functions, says of one. */
export interface FunctionMetadata {
  id: string;
  name: string;
  description?: string;
  parameters: ParameterMetadata[];
  result?: { type?: string; dimensionality?: string };
  options?: { stream?: boolean; cancelable?: boolean; requiresAddress?: boolean; requiresParameterAddresses?: boolean };
}

export interface ParameterMetadata {
  name: string;
  description?: string;
  type?: string;
  dimensionality?: string;
  optional?: boolean;
  repeating?: boolean;
}

export interface FunctionsMetadata {
  functions: FunctionMetadata[];
}
