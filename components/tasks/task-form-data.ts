import { getLocale, getTranslations } from "next-intl/server"
import { writingHelp } from "@/components/shell/writing-help"
import { pickWords } from "@/components/tasks/pick-words"
import type { TaskFormData } from "@/components/tasks/task-fields"
import { priorities, riskLevels } from "@/db/schema/tasks"
import { when } from "@/lib/calendar/when"
import type { PersonActor } from "@/lib/platform/actor"
import { duePicks, formChoices } from "@/lib/tasks/choices"
import { repeats } from "@/lib/tasks/repeating-input"
import type { TaskPage } from "@/lib/tasks/task-page"

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
  return {
    homes: choices.homes,
    groups: choices.groups,
    riskLevels: [
      { value: "", label: t("noRisk") },
      ...riskLevels.map((value) => ({ value, label: t(`riskLevels.${value}`) })).toReversed(),
    ],
    labels: choices.labels.map((label) => ({
      value: label.id,
      label: locale === "zh" ? label.name : label.nameEn,
    })),
    priorities: priorities.map((value) => ({
      value,
      label: states(value),
      ...(value === "high" && { icon: "priority-high" as const }),
    })),
    repeats: page
      ? []
      : [
          { value: "", label: t("repeat.every.none") },
          ...repeats.map((value) => ({ value, label: t(`repeat.every.${value}`) })),
        ],
    picks: named,
    help,
    start: startOf(page, times.field),
    words: await formWords(),
  }
}

/** What the fields begin with: nothing, or a task as it stands. */
function startOf(
  page: TaskPage | undefined,
  field: (at: Date | null) => string,
): TaskFormData["start"] {
  const task = page?.task
  return {
    name: task?.name ?? "",
    description: task?.description ?? "",
    risk: task?.risk ?? "",
    priority: task?.priority ?? "medium",
    due: field(task?.dueAt ?? null),
    start: field(task?.startAt ?? null),
    home: String(task?.departmentId ?? ""),
    group: String(task?.groupId ?? ""),
    riskLevel: task?.riskLevel ?? "",
    label: String(task?.sensitivityId ?? ""),
    owner: page ? [page.owner] : [],
    coworkers: page?.coworkers ?? [],
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
      riskLevel: t("field.riskLevel"),
      group: t("field.group"),
      reason: t("field.reason"),
      repeat: t("repeat.label"),
      home: t("field.home"),
      sensitivity: t("field.sensitivity"),
    },
    pick: await pickWords(),
    picks: t("picks.label"),
    noHome: t("noHome"),
    noGroup: t("noGroup"),
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
