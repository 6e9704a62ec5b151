import { randomUUID } from "node:crypto"
import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { TaskForm } from "@/components/tasks/task-form"
import { taskFormData } from "@/components/tasks/task-form-data"
import { RouteDialog } from "@/components/ui/route-dialog"
import type { PersonActor } from "@/lib/platform/actor"
import { newTask } from "@/lib/tasks/inputs"
import { canCreate } from "@/lib/tasks/policy"
import { shownSource, sourceIn } from "@/lib/tasks/source"

/** The form over whatever page one is on, or as a page where there is no script. */
export async function NewTask({
  actor,
  from,
  group,
  dialog = false,
}: {
  actor: PersonActor
  /** The record that it is made from: `message:12`. */
  from?: unknown
  /** The group whose work it is to be. */
  group?: unknown
  dialog?: boolean
}) {
  if (!canCreate(actor)) notFound()
  const [t, data, source] = await Promise.all([
    getTranslations("tasks"),
    taskFormData(actor),
    sourceOf(actor, from),
  ])
  const home = data.groups.find(({ value }) => String(value) === group)
  const form = (
    <TaskForm
      data={{
        ...data,
        start: { ...data.start, ...source?.start, ...(home && { group: String(home.value) }) },
      }}
      source={source?.ref}
      place={source?.ref ?? (home ? `group:${home.value}` : "")}
      formKey={randomUUID()}
      personId={actor.personId}
      dialog={dialog}
    />
  )
  if (dialog)
    return (
      <RouteDialog path="/tasks/new" title={t("new")} closeLabel={t("close")} size="l">
        {form}
      </RouteDialog>
    )
  return (
    <div className="flex max-w-180 flex-col md:px-3">
      <h1 className="px-5 pt-5 text-title">{t("new")}</h1>
      {form}
    </div>
  )
}

const longestName = 60

/** What a record gives to the task that is made from it; nothing when it isn't the actor's to see. */
async function sourceOf(actor: PersonActor, from: unknown) {
  const { data: ref } = newTask.shape.source.safeParse(from)
  const found = ref ? await shownSource(actor, sourceIn(ref)) : null
  if (!ref || !found) return null
  return { ref, start: { name: found.title.slice(0, longestName), description: found.text } }
}
