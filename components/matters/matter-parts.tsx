import { randomUUID } from "node:crypto"
import { getTranslations } from "next-intl/server"
import { Confirmation } from "@/components/matters/confirmation"
import { SubTaskForm, type SubTaskWords } from "@/components/matters/sub-task-form"
import { SubTaskRow } from "@/components/matters/sub-task-row"
import { Tally } from "@/components/matters/tally"
import { Icon } from "@/components/ui/icon"
import { Section } from "@/components/ui/section"
import { when } from "@/lib/calendar/when"
import type { MatterPage, PartOnPage } from "@/lib/matters/page"
import { countOf } from "@/lib/matters/sub-tasks"
import type { PersonActor } from "@/lib/platform/actor"

/** 各部门: what each does, whether it agreed, and its sub-tasks. */
export async function MatterParts({ actor, page }: { actor: PersonActor; page: MatterPage }) {
  const t = await getTranslations("matters.page")
  const waiting = page.parts.filter((part) => part.confirmedAt === null).length
  const { done, all } = countOf(page.subTasks)
  return (
    <Section
      title={t("parts")}
      count={
        <>
          {page.parts.length}
          <span className="ml-3 text-control text-ink-2">
            {waiting === 0
              ? t("allConfirmed")
              : t("confirmedCount", { count: page.parts.length - waiting, waiting })}
          </span>
        </>
      }
      aside={all > 0 && t("subTasks", { done, all })}
      className="mt-6 first:mt-6"
    >
      {page.parts.map((part) => (
        <Part key={part.departmentId} actor={actor} page={page} part={part} />
      ))}
    </Section>
  )
}

async function Part({
  actor,
  page,
  part,
}: {
  actor: PersonActor
  page: MatterPage
  part: PartOnPage
}) {
  const [t, words] = await Promise.all([getTranslations("matters.page"), subTaskWords()])
  const { now } = await when()
  const late = part.tasks.some(({ state, dueAt }) => state !== "done" && dueAt && dueAt < now)
  const { matter } = page
  return (
    <section aria-label={part.name} className="border-b border-line-soft">
      <div className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1 py-1 text-control">
        <h3 className="w-20 shrink-0 font-semibold">{part.name}</h3>
        <span className="min-w-0 flex-1 basis-40 text-pretty max-md:order-last max-md:basis-full">
          {part.work}
        </span>
        <Confirmation matterId={matter.id} part={part} />
        <span className="flex w-24 justify-end">
          <Tally {...countOf(part.tasks)} tone={late ? "cinnabar" : "doing"} label={t("subTask")} />
        </span>
      </div>
      <PartTasks part={part} />
      {part.can.add && (
        <SubTaskForm
          key={part.tasks.length}
          id={matter.id}
          department={part.departmentId}
          formKey={randomUUID()}
          owner={part.owner.id === actor.personId ? [part.owner] : []}
          words={words}
          label={`${t("addTask")} ${part.name}`}
        />
      )}
    </section>
  )
}

/** Open ones as rows, done ones folded into one line. */
async function PartTasks({ part }: { part: PartOnPage }) {
  const t = await getTranslations("matters.page")
  const open = part.tasks.filter(({ state }) => state !== "done")
  const done = part.tasks.filter(({ state }) => state === "done")
  const asked = part.tasks.length === 0 && part.confirmedAt === null
  return (
    <div className="pl-6 max-md:pl-0">
      {open.map((task) => (
        <SubTaskRow key={task.id} task={task} />
      ))}
      {done.length > 0 && (
        <details className="group">
          <summary className="flex h-8 cursor-pointer list-none items-center gap-1.5 border-t border-line-soft text-meta text-ink-2 hover:text-ink max-md:h-11">
            <Icon name="chevron-right" size={14} className="text-ink-3 group-open:rotate-90" />
            {t("doneTasks", { count: done.length })}
          </summary>
          {done.map((task) => (
            <SubTaskRow key={task.id} task={task} />
          ))}
        </details>
      )}
      {asked && (
        <p className="pb-2 text-meta text-ink-2">
          {t("afterConfirm", { name: part.owner.name, department: part.name })}
        </p>
      )}
    </div>
  )
}

async function subTaskWords(): Promise<SubTaskWords> {
  const [t, pick] = await Promise.all([
    getTranslations("matters.page"),
    getTranslations("matters.form.pick"),
  ])
  return {
    add: t("addTask"),
    name: t("taskName"),
    owner: t("taskOwner"),
    due: t("taskDue"),
    pick: {
      placeholder: pick("placeholder"),
      remove: pick("remove"),
      choose: pick("choose"),
      confirm: pick("confirm"),
      none: pick("none"),
    },
  }
}
