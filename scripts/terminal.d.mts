export const language: "zh" | "en"
export function sentence(key: string, ...values: (string | number)[]): string
export function say(key: string, ...values: (string | number)[]): void
export function refuse(line: string, code?: number): never
export function step<T>(key: string, work: () => Promise<T> | T): Promise<T>
