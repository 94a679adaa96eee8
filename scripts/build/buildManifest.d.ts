export const developmentNamespace: string;
export const developmentOrigin: string;
export const releaseId: string;
export function functionNamespace(manifest: string): string;
export function manifestFor(manifest: string, target: { origin: string; version: string; namespace?: string }): string;
