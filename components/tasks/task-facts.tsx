import { getLocale, getTranslations } from "next-intl/server"
import { iconOf } from "@/components/shell/kind-icon"
import { stateLook } from "@/components/shell/state-look"
import { DueField } from "@/components/tasks/due-field"
import { ProgressCurve } from "@/components/tasks/progress-curve"
import { ProgressForm } from "@/components/tasks/progress-form"
import { RepeatField } from "@/components/tasks/repeat-field"
import { NamedFace } from "@/components/ui/face"
import { FieldRow, FieldRows } from "@/components/ui/field-row"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"
import { PriorityBars } from "@/components/ui/priority-bars"
import { Tag } from "@/components/ui/tag"
import { when } from "@/lib/calendar/when"
import { shownTag } from "@/lib/platform/fixed-tags"
import { tagsIn } from "@/lib/platform/tags"
import type { TaskPage } from "@/lib/tasks/task-page"

/** The fields of a task, read rather than filled in. */
export async function TaskFacts({ page }: { page: TaskPage }) {
  const { task, owner, creator, coworkers, department, sensitivity, source, can } = page
  const [t, states, times, locale] = await Promise.all([
    getTranslations("tasks"),
    getTranslations("states"),
    when(),
    getLocale(),
  ])
  const tags = tagsIn(task.name, task.description)
  return (
    <FieldRows>
      <FieldRow label={t("field.due")}>
        <DueField task={task} />
      </FieldRow>
      <FieldRow label={t("field.owner")}>
        <NamedFace person={owner} />
      </FieldRow>
      {coworkers.length > 0 && (
        <FieldRow label={t("field.coworkers")}>
          {coworkers.map((person) => (
            <NamedFace key={person.id} person={person} />
          ))}
        </FieldRow>
      )}
      <FieldRow label={t("field.priority")}>
        <PriorityBars level={task.priority} />
        {states(task.priority)}
      </FieldRow>
      <FieldRow label={t("field.progress")}>
        <ProgressForm
          key={task.version}
          id={task.id}
          progress={task.progress}
          label={t("field.progress")}
          tone={stateLook[task.state].tone}
          disabled={!can.report}
        />
        <ProgressCurve task={task} />
      </FieldRow>
      <RepeatField page={page} />
      {task.startAt && <FieldRow label={t("field.start")}>{times.moment(task.startAt)}</FieldRow>}
      {department && <FieldRow label={t("field.home")}>{department}</FieldRow>}
      <LinkedGroup page={page} label={t("field.group")} />
      {task.riskLevel && (
        <FieldRow label={t("field.riskLevel")}>{t(`riskLevels.${task.riskLevel}`)}</FieldRow>
      )}
      {sensitivity && (
        <FieldRow label={t("field.sensitivity")}>
          {locale === "zh" ? sensitivity.name : sensitivity.nameEn}
        </FieldRow>
      )}
      {source && (
        <FieldRow label={t("field.source")}>
          <Icon name={iconOf(source.icon)} className="text-ink-3" />
          <Link href={source.href} className="link min-w-0 truncate">
            {source.title}
          </Link>
        </FieldRow>
      )}
      {tags.length > 0 && (
        <FieldRow label={t("field.tags")}>
          {tags.map((tag) => (
            <Tag key={tag.key} tag={shownTag(tag, locale)} />
          ))}
        </FieldRow>
      )}
      <FieldRow label={t("field.creator")}>
        <NamedFace person={creator} />
      </FieldRow>
    </FieldRows>
  )
}

/** The group whose work it is, and the way there. */
function LinkedGroup({ page: { group }, label }: { page: TaskPage; label: string }) {
  if (!group) return null
  return (
    <FieldRow label={label}>
      <Link href={`/groups/${group.id}`} className="link min-w-0 truncate">
        {group.name}
      </Link>
    </FieldRow>
  )
}
