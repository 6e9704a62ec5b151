import { createHmac } from "node:crypto"
import { count, desc, max } from "drizzle-orm"
import { db } from "@/db/engine"
import { falseFinds } from "@/db/schema/outward"
import type { PersonActor } from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"
import { emit } from "@/lib/platform/events"
import { refuse } from "@/lib/platform/refusal"
import type { FindKind } from "@/lib/platform/screening/kinds"
import { masked } from "@/lib/platform/screening/masking"
import { maskedWhole, screen } from "@/lib/platform/screening/screening"
import { secrets } from "@/lib/platform/secrets"

const mostShown = 100

/** The same words always give the same print; without the key nobody tries which they were. */
const printOf = (kind: FindKind, found: string): string =>
  createHmac("sha256", secrets().authSecret).update(`find ${kind} ${found}`).digest("base64url")

/**
 * 不是敏感信息: somebody says that a find is none, once each. How it looks masked is kept, and that is
 * all; it lets nothing pass.
 * @throws Refusal when that is no find at all
 */
export async function reportFind(
  ctx: Ctx & { actor: PersonActor },
  { kind, found }: { kind: FindKind; found: string },
): Promise<void> {
  const { finds } = await screen(found)
  const whole = finds.find((find) => find.kind === kind && find.length === found.length)
  if (!whole) return refuse("invalid", { fields: { found: "errors.notValid" } })
  await note(ctx, kind, found)
}

/** The same of what was found in a file: some of its words of a kind, read ahead. */
export async function reportInFile(
  ctx: Ctx & { actor: PersonActor },
  kind: FindKind,
  words: readonly string[],
): Promise<void> {
  if (words.length === 0) refuse("invalid", { fields: { found: "errors.notValid" } })
  for (const found of words) await note(ctx, kind, found)
}

async function note(ctx: Ctx & { actor: PersonActor }, kind: FindKind, found: string) {
  const shown = await maskedWhole(masked(found, [{ kind, index: 0, length: found.length }]))
  const { personId } = ctx.actor
  const noted = await ctx.tx
    .insert(falseFinds)
    .values({ kind, print: printOf(kind, found), shown, personId, at: ctx.now })
    .onConflictDoNothing()
    .returning({ id: falseFinds.id })
  if (noted.length > 0)
    emit(ctx, { type: "outward.reported", recordId: 0, data: { finds: { [kind]: 1 } } })
}

/** How many people said so, by kind and by how it looks masked: the most frequent first. */
export const reportedFinds = () =>
  db()
    .select({
      ...{ kind: falseFinds.kind, shown: falseFinds.shown },
      people: count(),
      last: max(falseFinds.at),
    })
    .from(falseFinds)
    .groupBy(falseFinds.kind, falseFinds.shown)
    .orderBy(desc(count()), desc(max(falseFinds.at)))
    .limit(mostShown)
