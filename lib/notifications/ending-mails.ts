import { eq } from "drizzle-orm"
import { people } from "@/db/schema/people"
import { channelOff } from "@/lib/people/preferences"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import type { Unsubscribed } from "@/lib/platform/unsubscribing"

/** Ends the mails that a link in one of them names; once more changes nothing. */
export async function endMails(ctx: Ctx, { personId, category }: Unsubscribed): Promise<void> {
  const [person] = await ctx.tx
    .select({ id: people.id })
    .from(people)
    .where(eq(people.id, personId))
  if (!person) return
  if (category === "digest") await channelOff(ctx, personId, "digest")
  else await channelOff(ctx, personId, "email", category)
  emit(ctx, {
    type: "person.preferences",
    recordId: personId,
    data: { unsubscribed: category },
  })
}
