import { randomUUID } from "node:crypto"
import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { AddMembers } from "@/components/groups/add-members"
import { GroupAct } from "@/components/groups/group-act"
import { GroupScreen } from "@/components/groups/group-screen"
import { JoinRequests } from "@/components/groups/join-requests"
import { MemberList } from "@/components/groups/member-list"
import { GuestsHere } from "@/components/guests/guests-here"
import { pickerWords } from "@/components/people/picker-words"
import { NamedFace } from "@/components/ui/face"
import { Section } from "@/components/ui/section"
import { db } from "@/db/engine"
import type { MembersFilter } from "@/lib/groups/inputs"
import { managerIds, onCallIds } from "@/lib/groups/members"
import { type MembersPage, membersPage } from "@/lib/groups/queries"
import { namesOf } from "@/lib/people/finding"
import type { PersonActor } from "@/lib/platform/actor"

/** 成员: who asks to come in, who is on call, everybody, and the way out. */
export async function MembersScreen({
  actor,
  groupId,
  filter,
}: {
  actor: PersonActor
  groupId: number
  filter: MembersFilter
}) {
  const page = await membersPage(actor, groupId, filter)
  if (!page) notFound()
  return (
    <GroupScreen actor={actor} groupId={groupId} tab="members">
      {() => (
        <>
          {page.can.manage && <JoinRequests groupId={groupId} />}
          {page.group.kind !== "direct" && <OnCall groupId={groupId} />}
          {page.can.change && <Adding groupId={groupId} />}
          <MemberList actor={actor} page={page} filter={filter} />
          <GuestsHere kind="group" id={groupId} />
          {page.can.leave && <Leaving page={page} />}
        </>
      )}
    </GroupScreen>
  )
}

async function OnCall({ groupId }: { groupId: number }) {
  const [t, ids] = await Promise.all([getTranslations("groups.members"), onCallIds(db(), groupId)])
  const names = await namesOf(db(), ids)
  return (
    <Section title={t("onCallList")}>
      <div className="flex flex-wrap gap-x-4 gap-y-2 py-2.5 text-control">
        {ids.length === 0 && <span className="text-ink-3">{t("onCallNone")}</span>}
        {ids.map((id) => (
          <NamedFace key={id} person={{ id, name: names.get(id) ?? "" }} size={20} />
        ))}
      </div>
      <p className="text-meta text-ink-3">{t("onCallNote")}</p>
    </Section>
  )
}

async function Adding({ groupId }: { groupId: number }) {
  const t = await getTranslations("groups")
  return (
    <Section title={t("members.add")}>
      <AddMembers
        groupId={groupId}
        formKey={randomUUID()}
        words={{
          label: t("field.members"),
          hint: t("field.membersHint"),
          add: t("members.addButton"),
          added: t("members.added"),
          pick: await pickerWords(),
        }}
      />
    </Section>
  )
}

async function Leaving({ page }: { page: MembersPage }) {
  const t = await getTranslations("groups")
  const { group, self, count } = page
  if (!self) return null
  const managers = self.role === "manager" ? await managerIds(db(), group.id) : []
  const last = self.role === "manager" && managers.length < 2 && count > 1
  return (
    <div id="leave" className="scroll-mt-4">
      <Section title={t("leave")}>
        <p className="mt-2.5 mb-3 max-w-140 text-control text-pretty text-ink-2">
          {self.follows
            ? t("members.leaveFollows")
            : last
              ? t("members.leaveLast")
              : t("members.leaveNote")}
        </p>
        {!self.follows && !last && (
          <GroupAct act="leave" fields={{ groupId: group.id }} tone="danger" size="m">
            {t("leave")}
          </GroupAct>
        )}
      </Section>
    </div>
  )
}
