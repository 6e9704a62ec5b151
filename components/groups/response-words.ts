import { getTranslations } from "next-intl/server"

/** 2 个工作小时, 90 个工作分钟. */
export async function ordinaryWords(minutes: number): Promise<string> {
  const t = await getTranslations("groups.announcement")
  return minutes % 30 === 0 && minutes >= 60
    ? t("hours", { hours: minutes / 60 })
    : t("workMinutes", { minutes })
}

export async function urgentWords(minutes: number): Promise<string> {
  const t = await getTranslations("groups.announcement")
  return t("minutes", { minutes })
}

/** 一般 2 个工作小时，紧急 15 分钟: what a group promises, for its announcement and the line above its messages. */
export async function responseWords(times: { ordinary: number; urgent: number }): Promise<string> {
  const [t, ordinary, urgent] = await Promise.all([
    getTranslations("groups.announcement"),
    ordinaryWords(times.ordinary),
    urgentWords(times.urgent),
  ])
  return t("timesBoth", { ordinary, urgent })
}
