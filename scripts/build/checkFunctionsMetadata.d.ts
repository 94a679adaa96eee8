export function checkFunctionsMetadata(metadata: unknown): string[];
