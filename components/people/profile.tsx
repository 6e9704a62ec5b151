import { getTranslations } from "next-intl/server"
import { AccountSection } from "@/components/people/account-section"
import { LeaveSection } from "@/components/people/leave-section"
import { LevelForm } from "@/components/people/level-form"
import { PrivateRows } from "@/components/people/private-rows"
import { Face } from "@/components/ui/face"
import { FieldRow, FieldRows } from "@/components/ui/field-row"
import { Section } from "@/components/ui/section"
import { StateChip } from "@/components/ui/state-chip"
import { db } from "@/db/engine"
import { canSetLevel } from "@/lib/people/levels"
import type { Person } from "@/lib/people/person"
import type { PersonActor } from "@/lib/platform/actor"
import { departmentPath, organisation } from "@/lib/platform/organisation"

/** Who somebody is. Phone and private data aren't read here at all. */
export async function Profile({ actor, person }: { actor: PersonActor; person: Person }) {
  const [t, org] = await Promise.all([getTranslations("people.colleague"), organisation(db())])
  return (
    <div className="max-w-140 px-8 pt-6 pb-10 max-md:px-4">
      <div className="flex items-center gap-4">
        <Face person={person} size={48} />
        <div className="min-w-0">
          <h1 className="one-word text-title">{person.name}</h1>
          <p className="text-control text-ink-2">
            {person.post} {person.staffNo}
          </p>
        </div>
        {person.disabledAt && (
          <span className="ml-auto">
            <StateChip icon="user-minus">{t("left")}</StateChip>
          </span>
        )}
      </div>
      <FieldRows>
        <FieldRow label={t("department")}>{departmentPath(org, person.departmentId)}</FieldRow>
        <FieldRow label={t("email")}>
          <a href={`mailto:${person.email}`} className="link">
            {person.email}
          </a>
        </FieldRow>
      </FieldRows>
      {canSetLevel(actor, person) && (
        <Section title={t("level")} size="small">
          <LevelForm
            id={person.id}
            level={person.level}
            label={t("level")}
            levels={[
              { value: "view", label: t("view"), icon: "eye", tone: "quiet" },
              { value: "edit", label: t("edit"), icon: "pencil", tone: "quiet" },
              { value: "admin", label: t("admin"), icon: "shield", tone: "quiet" },
            ]}
          />
        </Section>
      )}
      <PrivateRows actor={actor} person={person} />
      <LeaveSection actor={actor} person={person} />
      <AccountSection actor={actor} person={person} />
    </div>
  )
}
