import type { Locale } from "@/lib/platform/actor"

const forms = {
  zh: new Intl.DateTimeFormat("zh-CN", { month: "long", day: "numeric", timeZone: "UTC" }),
  en: new Intl.DateTimeFormat("en-GB", { month: "short", day: "numeric", timeZone: "UTC" }),
}

/** 10月1日, without its year. */
export const writtenDay = (day: string, locale: Locale): string =>
  forms[locale].format(new Date(day))
