import { getTranslations } from "next-intl/server"

const hour = 60 * 60_000

/** How long ago something was asked: 2 天, 4 小时. */
export async function waitedWords(now: Date): Promise<(since: Date) => string> {
  const t = await getTranslations("matters.page")
  return (since) => {
    const hours = Math.floor((now.getTime() - since.getTime()) / hour)
    if (hours < 1) return t("justNow")
    return hours < 24 ? t("hours", { hours }) : t("days", { days: Math.floor(hours / 24) })
  }
}
