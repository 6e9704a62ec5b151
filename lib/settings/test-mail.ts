import { eq } from "drizzle-orm"
import { deliveries } from "@/db/schema/notifications"
import { people } from "@/db/schema/people"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { mailReady } from "@/lib/platform/mail"
import { newToken } from "@/lib/platform/random-token"
import { refuse } from "@/lib/platform/refusal"

/**
 * Puts a mail to oneself into the outbox: it takes the way that all others take.
 * @returns the address it goes to
 * @throws Refusal while no mail server is entered
 */
export async function queueTestMail(ctx: Ctx & { actor: PersonActor }): Promise<string> {
  if (!(await mailReady())) refuse("invalid", { sentence: "settings.error.noMailServer" })
  const { personId } = ctx.actor
  const [me] = await ctx.tx
    .select({ email: people.email })
    .from(people)
    .where(eq(people.id, personId))
  const address = me?.email ?? refuse("not_found")
  await ctx.tx.insert(deliveries).values({
    key: `test:${newToken()}`,
    channel: "email",
    personId,
    address,
    template: "test",
    payload: "",
    dueAt: ctx.now,
  })
  return address
}
