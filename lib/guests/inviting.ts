import { guestApprovals, guestInvitations, guestScopes } from "@/db/schema/guests"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { refuse } from "@/lib/platform/refusal"
import { admit } from "./admitting"
import { endOfDay } from "./ending-day"
import type { NewInvitation } from "./inputs"
import { findInvitation } from "./invitation"
import { say } from "./saying"
import { checkScopes, type Touched } from "./scope-check"
import { endsSoon } from "./states"

type PersonCtx = Ctx & { actor: PersonActor }

/**
 * Invites somebody from outside. Where it touches a department that isn't the inviter's own, it
 * waits for the head there; else the link is on its way at once.
 * @returns its number, and the link where it is in force: it is shown this once
 * @throws Refusal for things that can't be opened, or days that are too far
 */
export async function invite(
  ctx: PersonCtx,
  input: NewInvitation,
): Promise<{ id: number; link: string | null }> {
  const touched = await checkScopes(ctx.tx, ctx.actor, input.scopes)
  if (input.code && input.email === "")
    refuse("invalid", { fields: { email: "guests.error.codeNeedsMail" } })
  const id = await addRow(ctx, input)
  await ctx.tx.insert(guestScopes).values(
    input.scopes.map(({ kind, id: recordId, may }) => ({
      ...{ invitationId: id, kind, recordId, may },
    })),
  )
  await ask(ctx, id, touched)
  const invitation = (await findInvitation(ctx.tx, id)) ?? refuse("not_found")
  say(ctx, invitation, "invited", {
    scopes: input.scopes.map(({ kind, id: recordId, may }) => `${kind}:${recordId}:${may}`),
    until: invitation.expiresAt,
    departmentIds: touched.map(({ departmentId }) => departmentId),
  })
  return { id, link: touched.length > 0 ? null : await admit(ctx, id) }
}

async function addRow(ctx: PersonCtx, input: NewInvitation): Promise<number> {
  const { name, organisation, email, purpose, locale, code } = input
  const expiresAt = await endOfDay(input.until, ctx.now)
  const [row] = await ctx.tx
    .insert(guestInvitations)
    .values({
      ...{ name, organisation, email, purpose, locale, wantsCode: code },
      inviterId: ctx.actor.personId,
      createdAt: ctx.now,
      expiresAt,
      remindedAt: endsSoon(expiresAt, ctx.now) ? ctx.now : null,
    })
    .returning({ id: guestInvitations.id })
  return row?.id ?? refuse("conflict")
}

async function ask(ctx: Ctx, invitationId: number, touched: readonly Touched[]): Promise<void> {
  if (touched.length === 0) return
  await ctx.tx.insert(guestApprovals).values(touched.map((each) => ({ invitationId, ...each })))
}
