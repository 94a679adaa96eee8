export function helpIfAsked(usage: string): void;
