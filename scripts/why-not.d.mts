export function whyNot(error: unknown, folder: string): string | undefined
