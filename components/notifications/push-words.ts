import { getTranslations } from "next-intl/server"

/** What the button for this device says. */
export async function pushWords() {
  const t = await getTranslations("notifications.push")
  return {
    turnOn: t("turnOn"),
    insecure: t("insecure"),
    unsupported: t("unsupported"),
    denied: t("denied"),
    failed: t("failed"),
  }
}

export type PushWords = Awaited<ReturnType<typeof pushWords>>
