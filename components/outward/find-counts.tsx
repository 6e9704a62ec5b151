import { getLocale, getTranslations } from "next-intl/server"
import { enumerated } from "@/lib/platform/enumerated"
import { findKinds } from "@/lib/platform/screening/kinds"

/** 身份证号、电话号码 × 2: what was found, never the words. */
export async function FindCounts({ finds }: { finds: Readonly<Record<string, number>> }) {
  const [kinds, locale] = await Promise.all([
    getTranslations("writing.sensitive.kinds"),
    getLocale(),
  ])
  const said = findKinds.flatMap((kind) => {
    const count = finds[kind] ?? 0
    return count > 0 ? [`${kinds(kind)}${count > 1 ? ` × ${count}` : ""}`] : []
  })
  return <>{enumerated(said, locale)}</>
}
