import { getLocale, getTranslations } from "next-intl/server"
import { writingHelp } from "@/components/shell/writing-help"
import type { TaskFormData } from "@/components/tasks/task-fields"
import { priorities } from "@/db/schema/tasks"
import { when } from "@/lib/calendar/when"
import type { PersonActor } from "@/lib/platform/actor"
import { duePicks, formChoices } from "@/lib/tasks/choices"
import type { TaskPage } from "@/lib/tasks/queries"

/** Choices and words of the form, and what it begins with: nothing, or a task as it stands. */
export async function taskFormData(actor: PersonActor, page?: TaskPage): Promise<TaskFormData> {
  const [t, states, locale, choices, picks, times, help] = await Promise.all([
    getTranslations("tasks"),
    getTranslations("states"),
    getLocale(),
    formChoices(actor, page?.task),
    duePicks(),
    when(),
    writingHelp(),
  ])
  const named = picks.map((pick) => ({
    value: pick.value,
    label: t(`picks.${pick.name}`, { time: pick.time }),
    sentence: t("workingHours", { hours: pick.hours }),
  }))
  const task = page?.task
  return {
    homes: choices.homes,
    labels: choices.labels.map((label) => ({
      value: label.id,
      label: locale === "zh" ? label.name : label.nameEn,
    })),
    priorities: priorities.map((value) => ({
      value,
      label: states(value),
      ...(value === "high" && { icon: "priority-high" as const }),
    })),
    picks: named,
    help,
    start: {
      name: task?.name ?? "",
      description: task?.description ?? "",
      risk: task?.risk ?? "",
      priority: task?.priority ?? "medium",
      due: times.field(task?.dueAt ?? null),
      start: times.field(task?.startAt ?? null),
      home: String(task?.departmentId ?? ""),
      label: String(task?.sensitivityId ?? ""),
      owner: page ? [page.owner] : [],
      coworkers: page?.coworkers ?? [],
    },
    words: await formWords(),
  }
}

async function formWords(): Promise<TaskFormData["words"]> {
  const t = await getTranslations("tasks")
  return {
    fields: {
      name: t("field.name"),
      description: t("field.description"),
      owner: t("field.owner"),
      coworkers: t("field.coworkers"),
      start: t("field.start"),
      due: t("field.due"),
      priority: t("field.priority"),
      risk: t("field.risk"),
      home: t("field.home"),
      sensitivity: t("field.sensitivity"),
    },
    pick: {
      placeholder: t("pick.placeholder"),
      remove: t("pick.remove"),
      choose: t("pick.choose"),
      confirm: t("pick.confirm"),
      none: t("pick.none"),
    },
    picks: t("picks.label"),
    noHome: t("noHome"),
    noLabel: t("noLabel"),
    create: t("new"),
    save: t("save"),
    cancel: t("cancel"),
    again: t("again"),
    made: t.raw("made"),
    draftSaved: t.raw("draftSaved"),
    clear: t("clear"),
  }
}
