export function readFunctionsMetadata(source: string): Promise<{ metadata: unknown; files: string[] }>;
