import { getTranslations } from "next-intl/server"
import { StandingForm } from "@/components/matters/standing-form"
import { LinkedText } from "@/components/shell/linked-text"
import { stateLook } from "@/components/shell/state-look"
import { NamedFace } from "@/components/ui/face"
import { Prediction } from "@/components/ui/prediction"
import { RuledNote } from "@/components/ui/section"
import { when } from "@/lib/calendar/when"
import type { MatterPage } from "@/lib/matters/page"

/** The way a matter goes, not the order of urgency that lists have. */
const order = ["pending", "doing", "blocked", "done"] as const

/** What it is about, its state, when it will be done, and what blocks it. */
export async function MatterHead({ page }: { page: MatterPage }) {
  const { matter, can } = page
  const [t, states] = await Promise.all([getTranslations("matters"), getTranslations("states")])
  const mayMove = can.move.some((state) => state !== matter.state)
  const parts = order.filter(
    (state) => !mayMove || state === matter.state || can.move.includes(state),
  )
  return (
    <>
      <h1 className="text-title">{matter.description}</h1>
      <StandingForm
        key={matter.version}
        id={matter.id}
        value={matter.state}
        parts={parts.map((value) => ({
          value,
          label: states(value),
          icon: stateLook[value].icon,
          tone: stateLook[value].tone,
        }))}
        disabled={!mayMove}
        mayBlock={mayMove && can.move.includes("blocked")}
        words={{
          state: t("field.state"),
          block: t("page.block"),
          note: t("page.blockNote"),
          support: t("page.support"),
          from: t("page.supportFrom"),
          hint: t("page.supportHint"),
          save: t("form.save"),
          pick: {
            placeholder: t("form.pick.placeholder"),
            remove: t("form.pick.remove"),
            choose: t("form.pick.choose"),
            confirm: t("form.pick.confirm"),
            none: t("form.pick.none"),
          },
        }}
      >
        <Outlook page={page} />
      </StandingForm>
      <Standstill page={page} />
      <dl className="mt-3 grid max-w-220 grid-cols-[max-content_1fr] gap-x-4 text-prose text-pretty max-md:block">
        {(["goal", "background"] as const).map(
          (field) =>
            matter[field] && (
              <div key={field} className="contents max-md:block max-md:not-first:mt-2">
                <dt className="font-semibold">{t(`field.${field}`)}</dt>
                <dd className="whitespace-pre-line">
                  <LinkedText text={matter[field]} />
                </dd>
              </div>
            ),
        )}
      </dl>
    </>
  )
}

/** When the sub-tasks will be done, against the plan; nothing where nothing can be said. */
async function Outlook({ page: { matter, subTasks } }: { page: MatterPage }) {
  const [t, times] = await Promise.all([getTranslations("matters.page"), when()])
  const ends = subTasks.flatMap(({ state, dueAt }) =>
    state === "done" || !dueAt ? [] : dueAt.getTime(),
  )
  if (ends.length === 0 || !matter.dueAt || matter.state === "done") return null
  const end = new Date(Math.max(...ends, times.now.getTime()))
  const days = times.daysAway(matter.dueAt) - times.daysAway(end)
  const sentence = days > 0 ? "predictedEarly" : days < 0 ? "predictedLate" : "predictedSame"
  return (
    <Prediction late={days < 0}>
      <span className="one-word whitespace-normal">
        {t(sentence, { date: times.date(end), days: Math.abs(days) })}
      </span>
    </Prediction>
  )
}

/** 受阻: what is needed, from whom, since when. */
async function Standstill({ page: { matter, supportFrom, heldUp } }: { page: MatterPage }) {
  if (matter.state !== "blocked" || !supportFrom || !matter.blockedAt) return null
  const [t, times] = await Promise.all([getTranslations("matters"), when()])
  return (
    <section aria-label={t("page.blockedTitle")} className="mt-4">
      <RuledNote>
        <LinkedText text={matter.support} />
        <span className="mt-1 flex flex-wrap items-center gap-x-3 text-meta text-ink-2">
          <NamedFace person={supportFrom} />
          {t("page.blockedBy", { person: supportFrom.name })}
          {heldUp && (
            <span className="text-support">{t("page.heldUpAt", { department: heldUp })}</span>
          )}
          <time dateTime={matter.blockedAt.toISOString()}>
            {t("page.blockedSince", { at: times.moment(matter.blockedAt) })}
          </time>
        </span>
      </RuledNote>
    </section>
  )
}
