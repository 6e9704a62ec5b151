import { getTranslations } from "next-intl/server"
import { CarriedList } from "@/components/meetings/carried-list"
import { MaterialButton } from "@/components/meetings/material-button"
import { MaterialLine } from "@/components/meetings/material-line"
import { NamedFace } from "@/components/ui/face"
import { Section } from "@/components/ui/section"
import type { MeetingPage, TopicOnPage } from "@/lib/meetings/page"

/** The agenda as it is planned, and how long each topic took once it is over. */
export async function AgendaList({ page }: { page: MeetingPage }) {
  const t = await getTranslations("meetings.page")
  const { topics } = page
  const sum = topics.reduce((all, { minutes }) => all + minutes, 0)
  return (
    <Section title={t("agenda")} count={topics.length} aside={t("agendaSum", { sum })}>
      {topics.map((topic) => (
        <TopicLine key={topic.id} page={page} topic={topic} />
      ))}
    </Section>
  )
}

async function TopicLine({ page, topic }: { page: MeetingPage; topic: TopicOnPage }) {
  const t = await getTranslations("meetings.page")
  const { meeting } = page
  const materials = page.materials.filter(({ topicId }) => topicId === topic.id)
  const used = Math.round(topic.spent / 60)
  return (
    <article className="grid grid-cols-[24px_minmax(0,1fr)_auto] gap-x-2 border-b border-line-soft py-2.5">
      <span className="text-control text-ink-3">{topic.number}</span>
      <div className="min-w-0">
        <h3 className="text-ui">
          {topic.title}
          {materials.length > 0 && (
            <span className="ml-2 text-meta text-support">{t("complex")}</span>
          )}
        </h3>
        {topic.goal && <p className="text-meta text-ink-2">{t("goal", { goal: topic.goal })}</p>}
        {topic.carried && <CarriedList page={page} />}
        {materials.map((material) => (
          <MaterialLine key={material.fileId} page={page} topic={topic} material={material} />
        ))}
        {topic.mayAttach && (meeting.state === "draft" || meeting.state === "published") && (
          <MaterialButton
            id={meeting.id}
            topic={topic.id}
            words={{
              add: t("addMaterial"),
              sending: t("sendingMaterial"),
            }}
          />
        )}
      </div>
      <div className="flex flex-col items-end gap-1 text-control">
        <span className={used > topic.minutes ? "text-support" : "text-ink-2"}>
          {used > 0
            ? t("used", { used, planned: topic.minutes })
            : t("minutes", { count: topic.minutes })}
        </span>
        {topic.presenter && <NamedFace person={topic.presenter} />}
      </div>
    </article>
  )
}
