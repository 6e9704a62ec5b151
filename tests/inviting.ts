import { db } from "@/db/engine"
import { carryOut } from "@/lib/action"
import { addDays, dayIn } from "@/lib/calendar/zones"
import { type NewInvitation, newInvitation } from "@/lib/guests/inputs"
import { findInvitation, type Invitation } from "@/lib/guests/invitation"
import { invite } from "@/lib/guests/inviting"
import { redeem } from "@/lib/guests/redeeming"
import type { GuestActor } from "@/lib/platform/actor"
import { noOrigin } from "@/lib/platform/context"
import { guestByToken } from "@/lib/platform/guest-session"
import { writeAsSystem } from "@/lib/platform/write"
import { does } from "./groups"
import { actor } from "./people"

/** A day of the company, so many days from today. */
export const inDays = (days: number) => addDays(dayIn("Asia/Shanghai", new Date()), days)

export const invitationForm = (scopes: readonly string[], more: object = {}): NewInvitation =>
  newInvitation.parse({
    ...{ name: "梁音", organisation: "远山科技", email: "liang@yuanshan.example" },
    ...{ purpose: "二期验收", until: inDays(6), scopes, ...more },
  })

export const inviting = (by: number, scopes: readonly string[], more: object = {}) =>
  does(by, (ctx) => invite(ctx, invitationForm(scopes, more)))

export const tokenOf = (link: string | null) => link?.split("/g/")[1] ?? ""

/** Presses the button of a link, on a device of its own. */
export const opening = (link: string | null, code = "") =>
  writeAsSystem("test", (ctx) => redeem(ctx, tokenOf(link), code))

/** The invitation, or the test fails. */
export async function invitation(id: number): Promise<Invitation> {
  const found = await findInvitation(db(), id)
  if (!found) throw new Error("there is no such invitation")
  return found
}

/** A guest who came by a link. */
export async function comes(link: string | null): Promise<GuestActor> {
  const came = await opening(link)
  if (came.step !== "in") throw new Error(came.step)
  const guest = await guestByToken(came.token)
  if (typeof guest === "string") throw new Error(guest)
  return guest
}

/** Does what a form does, as somebody: with all that stands before it. */
export async function sends(by: number, action: unknown, input: object): Promise<unknown> {
  const { spec } = Object(action)
  return (await carryOut(spec, await actor(by), input, noOrigin)).value
}
