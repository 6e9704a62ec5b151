import { getTranslations } from "next-intl/server"

export type LooseWords = (key: string, values?: Record<string, string | number>) => string

/** Sentences by keys that are put together at run time; everything else uses typed keys. */
export async function looseWords(): Promise<LooseWords> {
  const translate = await getTranslations()
  return translate as unknown as LooseWords
}
