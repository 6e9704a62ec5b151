import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { EditGroup } from "@/components/groups/edit-group"
import { GroupAct } from "@/components/groups/group-act"
import { GroupScreen } from "@/components/groups/group-screen"
import { Section } from "@/components/ui/section"
import { joinRules } from "@/db/schema/groups"
import { when } from "@/lib/calendar/when"
import { type GroupPage, groupPage } from "@/lib/groups/queries"
import type { PersonActor } from "@/lib/platform/actor"

/** 组设置, for those who run the group. */
export async function GroupSettings({ actor, groupId }: { actor: PersonActor; groupId: number }) {
  const found = await groupPage(actor, groupId)
  if (!found?.can.manage) notFound()
  const t = await getTranslations("groups.settingsPage")
  return (
    <GroupScreen actor={actor} groupId={groupId} tab="settings">
      {(page) => (
        <>
          <Section title={t("title")}>
            <div className="pt-4">{page.can.change ? <Editing page={page} /> : null}</div>
          </Section>
          <Archiving page={page} />
        </>
      )}
    </GroupScreen>
  )
}

async function Editing({ page: { group } }: { page: GroupPage }) {
  const t = await getTranslations("groups")
  const { id, version, name, about, joinRule } = group
  return (
    <EditGroup
      key={version}
      start={{ id, version, name, about, joinRule }}
      rules={joinRules.map((value) => ({ value, label: t(`joinRule.${value}`) }))}
      words={{
        name: t("field.name"),
        about: t("field.about"),
        aboutHint: t("field.aboutHint"),
        joinRule: t("field.joinRule"),
        save: t("save"),
        saved: t("saved"),
        conflict: t.raw("settingsPage.conflict"),
      }}
    />
  )
}

async function Archiving({ page: { group } }: { page: GroupPage }) {
  const [t, times] = await Promise.all([getTranslations("groups.settingsPage"), when()])
  const fields = { groupId: group.id }
  return (
    <Section title={t("archive")}>
      <p className="mt-2.5 mb-3 max-w-140 text-control text-pretty text-ink-2">
        {group.archivedAt && (
          <span className="block text-ink">
            {t("archived", { date: times.moment(group.archivedAt) })}
          </span>
        )}
        {t("archiveNote")}
      </p>
      {group.archivedAt ? (
        <GroupAct act="reopen" fields={fields} size="m">
          {t("reopen")}
        </GroupAct>
      ) : (
        <GroupAct act="archive" fields={fields} tone="danger" size="m">
          {t("archive")}
        </GroupAct>
      )}
    </Section>
  )
}
