import { getTranslations } from "next-intl/server"
import type { UpdateWords } from "@/components/tasks/update-form"
import { stateOrder } from "@/lib/tasks/order"

/** What the form says in which somebody tells how a task stands. */
export async function updateWords(): Promise<UpdateWords> {
  const [t, states, field, support] = await Promise.all([
    getTranslations("tasks.updates"),
    getTranslations("states"),
    getTranslations("tasks.field"),
    getTranslations("tasks.support"),
  ])
  return {
    ...{ progress: field("progress"), state: field("state"), keep: t("keep") },
    states: stateOrder.map((value) => ({ value, label: states(value) })),
    ...{ note: t("note"), need: support("need"), send: t("send") },
  }
}
