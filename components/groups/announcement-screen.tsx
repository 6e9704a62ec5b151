import { randomUUID } from "node:crypto"
import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { AnnounceForm } from "@/components/groups/announce-form"
import { AnnouncementReaders } from "@/components/groups/announcement-readers"
import { AnnouncementText } from "@/components/groups/announcement-text"
import { GroupScreen } from "@/components/groups/group-screen"
import { ordinaryWords, urgentWords } from "@/components/groups/response-words"
import { Icon } from "@/components/ui/icon"
import { Section } from "@/components/ui/section"
import { db } from "@/db/engine"
import { type Announcement, announcementsOf } from "@/lib/groups/announcing"
import { type GroupPage, groupPage } from "@/lib/groups/queries"
import type { PersonActor } from "@/lib/platform/actor"
import { settings } from "@/lib/platform/settings"

/** 公告: the one that counts, who has read it, the next one, and those before. */
export async function AnnouncementScreen({
  actor,
  groupId,
}: {
  actor: PersonActor
  groupId: number
}) {
  const group = await groupPage(actor, groupId)
  if (!group || group.group.kind === "direct") notFound()
  const [newest, ...earlier] = await announcementsOf(db(), groupId)
  return (
    <GroupScreen actor={actor} groupId={groupId} tab="announcement">
      {(page) => (
        <>
          {newest ? <Current newest={newest} groupId={groupId} /> : <None />}
          {page.can.change && <Publishing page={page} first={!newest} />}
          {newest && <AnnouncementReaders actor={actor} groupId={groupId} id={newest.id} />}
          {earlier.length > 0 && <Earlier earlier={earlier} />}
        </>
      )}
    </GroupScreen>
  )
}

async function Current({ newest, groupId }: { newest: Announcement; groupId: number }) {
  return (
    <article className="border-t-2 border-ink pt-3">
      <AnnouncementText announcement={newest} groupId={groupId} current />
    </article>
  )
}

async function None() {
  const t = await getTranslations("groups.announcement")
  return (
    <div>
      <p className="text-ui font-semibold">{t("none")}</p>
      <p className="mt-1 max-w-120 text-control text-ink-2">{t("noneHint")}</p>
    </div>
  )
}

async function Publishing({ page, first }: { page: GroupPage; first: boolean }) {
  const [t, { promises }] = await Promise.all([getTranslations("groups.announcement"), settings()])
  const rule = async (value: Promise<string>) => t("companyRule", { value: await value })
  const form = (
    <AnnounceForm
      groupId={page.group.id}
      formKey={randomUUID()}
      words={{
        topic: t("topic"),
        body: t("body"),
        ordinary: t("ordinary"),
        urgent: t("urgent"),
        ordinaryHint: await rule(ordinaryWords(promises.ordinaryHours * 60)),
        urgentHint: await rule(urgentWords(promises.urgentMinutes)),
        publish: t("publish"),
        note: t("publishNote", { count: page.count }),
      }}
    />
  )
  return (
    <details open={first} className="group mt-6 border-t border-line pt-3">
      <summary className="flex min-h-button items-center gap-1.5 text-control text-accent-ink">
        <Icon name="chevron-down" size={14} className="not-group-open:-rotate-90" />
        {t(first ? "newFirst" : "new")}
      </summary>
      {form}
    </details>
  )
}

async function Earlier({ earlier }: { earlier: readonly Announcement[] }) {
  const t = await getTranslations("groups.announcement")
  return (
    <Section title={t("earlier")} count={earlier.length}>
      {earlier.map((announcement) => (
        <details key={announcement.id} className="group border-b border-line-soft">
          <summary className="flex min-h-11 items-center gap-2 text-ui hover:bg-hover">
            <Icon name="chevron-down" size={14} className="text-ink-3 not-group-open:-rotate-90" />
            <span className="min-w-0 flex-1 truncate">{announcement.topic}</span>
            <span className="text-meta text-ink-3">{announcement.author}</span>
          </summary>
          <div className="pb-4 pl-5.5">
            <AnnouncementText announcement={announcement} />
          </div>
        </details>
      ))}
    </Section>
  )
}
