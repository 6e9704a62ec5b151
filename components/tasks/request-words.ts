import { getTranslations } from "next-intl/server"
import { pickWords } from "@/components/tasks/pick-words"
import type { RequestWords } from "@/components/tasks/request-dialog"

/** What the dialog of a request for change says. */
export async function requestWords(): Promise<RequestWords> {
  const [t, pick] = await Promise.all([getTranslations("tasks.request"), pickWords()])
  return {
    open: t("open"),
    note: t("note"),
    due: t("due"),
    owner: t("owner"),
    description: t("description"),
    reason: t("reason"),
    send: t("send"),
    cancel: t("cancel"),
    close: t("close"),
    sent: t("sent"),
    pick,
  }
}
