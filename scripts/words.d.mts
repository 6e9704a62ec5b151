export const words: Record<string, { zh: string; en: string }>
