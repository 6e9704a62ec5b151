export function takeFolder(folder: string, wait?: number): (() => void) | undefined
