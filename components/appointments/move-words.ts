import { getLocale, getTranslations } from "next-intl/server"

/** What the grid's script says, with places to fill in: `{name}`, `{day}`, `{time}`. */
export async function moveWords() {
  const [t, locale] = await Promise.all([getTranslations("appointments.move"), getLocale()])
  const places = { name: "{name}", day: "{day}", time: "{time}" }
  return {
    locale,
    lifted: t("lifted", places),
    at: t("at", places),
    moved: t("moved", places),
    dropped: t("dropped"),
    undo: t("undo"),
    due: t("due", places),
    reason: t("reason"),
    save: t("save"),
    cancel: t("cancel"),
  }
}

export type MoveWords = Awaited<ReturnType<typeof moveWords>>
