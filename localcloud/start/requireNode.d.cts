export function whatIsMissing(version: string, root: string): string | null;
