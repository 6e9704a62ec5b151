import { eq } from "drizzle-orm"
import { fanOuts, mentions } from "@/db/schema/messages"
import type { Ctx, NewEvent } from "@/lib/platform/context"
import type { Notice } from "@/lib/platform/module"
import { findMessage } from "./message"

/**
 * An ordinary message tells nobody by itself: unread counts do. Told are who is mentioned, and for
 * urgent ones the people responsible (G2.4).
 */
export async function whoIsCalled(ctx: Ctx, event: NewEvent): Promise<readonly Notice[]> {
  const { mentioned, everyone, urgent } = event.data ?? {}
  if (!mentioned && !everyone && !urgent) return []
  const message = await findMessage(ctx.tx, event.recordId)
  if (!message) return []
  const named = await ctx.tx
    .select({ personId: mentions.personId, needsAnswer: mentions.needsAnswer })
    .from(mentions)
    .where(eq(mentions.messageId, message.id))
  const asked = named.flatMap(({ personId, needsAnswer }) =>
    personId && needsAnswer ? [personId] : [],
  )
  const informed = named.flatMap(({ personId, needsAnswer }) =>
    personId && !needsAnswer ? [personId] : [],
  )
  return [
    {
      category: urgent ? "messages.urgent" : "messages.mentioned",
      needsYou: true,
      personIds: asked,
    },
    { category: "messages.mentioned", needsYou: false, personIds: informed },
    { category: "messages.urgent", needsYou: false, personIds: message.copiedTo ?? [] },
  ]
}

/** @所有人 reaches each member soon, by a sweep, rather than while its author waits. */
export async function callEverybody(ctx: Ctx, event: NewEvent): Promise<void> {
  if (!event.data?.everyone) return
  await ctx.tx.insert(fanOuts).values({ messageId: event.recordId, category: "messages.everyone" })
}

/** The author hears where their words went. */
export const toAuthor = async (_: Ctx, event: NewEvent): Promise<readonly Notice[]> => [
  { category: "messages.mentioned", needsYou: false, personIds: [Number(event.data?.authorId)] },
]

/** Who is reminded of a message that they haven't read. */
export const whoMissedIt = async (_: Ctx, event: NewEvent): Promise<readonly Notice[]> => [
  {
    category: "messages.unread",
    needsYou: false,
    personIds: Array.isArray(event.data?.reminded) ? event.data.reminded.map(Number) : [],
  },
]
