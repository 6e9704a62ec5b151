import { getTranslations } from "next-intl/server"
import { GuestAct } from "@/components/guests/guest-acts"
import { Section } from "@/components/ui/section"
import { db } from "@/db/engine"
import type { ApprovalRow, Invitation } from "@/lib/guests/invitation"
import { canDecide } from "@/lib/guests/policy"
import { namesOf } from "@/lib/people/finding"
import type { PersonActor } from "@/lib/platform/actor"
import { departmentPath, organisation } from "@/lib/platform/organisation"

/** Whose word it needed, and what they said. */
export async function GuestApprovals({
  actor,
  invitation,
}: {
  actor: PersonActor
  invitation: Invitation
}) {
  const { approvals } = invitation
  if (approvals.length === 0) return null
  const ids = approvals.flatMap(({ headId, decidedById }) => [headId ?? 0, decidedById ?? 0])
  const [t, tForm, org, names] = await Promise.all([
    getTranslations("guests.page"),
    getTranslations("guests.form"),
    organisation(db()),
    namesOf(db(), ids),
  ])
  const name = (id: number | null) => names.get(id ?? 0) ?? ""
  const said = (approval: ApprovalRow) => {
    if (approval.decidedAt)
      return t(approval.accepted ? "agreed" : "disagreed", { name: name(approval.decidedById) })
    return approval.headId ? t("asked", { name: name(approval.headId) }) : t("askedNobody")
  }
  return (
    <Section title={t("approvals")}>
      {approvals.map((approval) => {
        const fields = { id: invitation.id, department: approval.departmentId }
        return (
          <div
            key={approval.departmentId}
            className="flex flex-wrap items-center gap-3 border-b border-line-soft py-2 text-ui"
          >
            <span className="min-w-0 flex-1">{departmentPath(org, approval.departmentId)}</span>
            <span className="text-control text-ink-2">{said(approval)}</span>
            {canDecide(actor, invitation, approval, new Date()) && (
              <>
                <GuestAct
                  act="decide"
                  tone="primary"
                  anyway={tForm("openAnyway")}
                  fields={{ ...fields, accepts: "yes" }}
                >
                  {t("yes")}
                </GuestAct>
                <GuestAct act="decide" fields={{ ...fields, accepts: "no" }}>
                  {t("no")}
                </GuestAct>
              </>
            )}
          </div>
        )
      })}
    </Section>
  )
}
