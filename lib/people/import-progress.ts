/** How far somebody's import is, for the page that waits for it. */
export interface ImportProgress {
  step: "checking" | "writing"
  /** 0 to 1 within the step. */
  share: number
}

declare global {
  var __qibuImports: Map<number, ImportProgress> | undefined
}

const running = () => {
  globalThis.__qibuImports ??= new Map()
  return globalThis.__qibuImports
}

export const importProgress = (personId: number): ImportProgress | null =>
  running().get(personId) ?? null

/** Only what this process does is known; elsewhere the page waits without a bar. */
export const noteProgress = (personId: number, progress: ImportProgress): void => {
  running().set(personId, progress)
}

export const forgetProgress = (personId: number): void => {
  running().delete(personId)
}
