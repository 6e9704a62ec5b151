import { getTranslations } from "next-intl/server"
import { SavedViewsBody } from "@/components/tasks/saved-views-body"
import { Popover } from "@/components/ui/popover"
import type { PersonActor } from "@/lib/platform/actor"
import { atLeast } from "@/lib/platform/actor"
import { queryOf } from "@/lib/tasks/address"
import { formChoices } from "@/lib/tasks/choices"
import type { TaskFilter } from "@/lib/tasks/inputs"
import { viewsOf } from "@/lib/tasks/views"

export const savedViewsId = "task-views"

/** 保存视图: the list as it is now gets a name, for oneself or for a department or group. */
export async function SavedViews({ actor, filter }: { actor: PersonActor; filter: TaskFilter }) {
  const [t, views, choices] = await Promise.all([
    getTranslations("tasks.savedViews"),
    viewsOf(actor),
    formChoices(actor),
  ])
  const share = [
    { value: "", label: t("nobody") },
    ...choices.groups.map(({ value, label }) => ({ value: `group:${value}`, label })),
    ...choices.homes.map(({ value, label }) => ({ value: `department:${value}`, label })),
  ]
  return (
    <Popover id={savedViewsId} label={t("menu")} place="top-24 left-4 md:left-130" wide>
      <SavedViewsBody
        query={queryOf({ ...filter, after: undefined, from: undefined })}
        share={share}
        views={views.map((view) => ({
          id: view.id,
          name: view.name,
          about: view.sharedWith ? t("of", { maker: view.maker, home: view.sharedWith }) : "",
          removable:
            view.own ||
            (view.principal !== null &&
              atLeast(actor.principals.get(view.principal) ?? null, "admin")),
        }))}
        words={{
          label: t("label"),
          name: t("name"),
          share: t("share"),
          note: t("note"),
          save: t("save"),
          list: t("list"),
          remove: t.raw("remove"),
          saved: t.raw("saved"),
        }}
      />
    </Popover>
  )
}
