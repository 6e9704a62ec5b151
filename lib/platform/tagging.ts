import { and, eq, inArray, sql } from "drizzle-orm"
import { pinyin } from "pinyin-pro"
import type { Db } from "@/db/database"
import { prepared } from "@/db/engine"
import { taggings, tags } from "@/db/schema/tags"
import { commentTexts } from "./comment-texts"
import type { Ctx } from "./context"
import { tagKey, tagsIn } from "./tags"

const standing = prepared((db) =>
  db
    .select({ id: tags.id, key: tags.key })
    .from(taggings)
    .innerJoin(tags, eq(tags.id, taggings.tagId))
    .where(
      and(
        eq(taggings.kind, sql.placeholder("kind")),
        eq(taggings.recordId, sql.placeholder("recordId")),
      ),
    )
    .prepare(),
)

/**
 * Keeps the tags of a record what its texts, and those under it, say. Nothing is written when nothing changed.
 * @param fresh the record was made just now: without a tag in its texts the database isn't asked
 */
export async function writeTags(
  ctx: Ctx,
  kind: string,
  recordId: number,
  texts: readonly string[],
  fresh = false,
): Promise<void> {
  const said = fresh ? [] : await commentTexts(ctx.tx, kind, recordId)
  const wanted = new Map(tagsIn(...texts, ...said).map(({ key, name }) => [key, name]))
  if (fresh && wanted.size === 0) return
  const before = fresh ? [] : await standing(ctx.tx).execute({ kind, recordId })
  const known = new Set(before.map(({ key }) => key))
  const gone = before.filter(({ key }) => !wanted.has(key)).map(({ id }) => id)
  const added = [...wanted].filter(([key]) => !known.has(key))
  if (gone.length > 0)
    await ctx.tx
      .delete(taggings)
      .where(
        and(
          eq(taggings.kind, kind),
          eq(taggings.recordId, recordId),
          inArray(taggings.tagId, gone),
        ),
      )
  await attach(ctx, kind, recordId, added)
}

/** Tags that were said under a record are its own too, besides those that it has. */
export async function addTags(ctx: Ctx, kind: string, recordId: number, text: string) {
  const said = tagsIn(text)
  if (said.length === 0) return
  const known = new Set((await standing(ctx.tx).execute({ kind, recordId })).map(({ key }) => key))
  const added = said.filter(({ key }) => !known.has(key))
  await attach(
    ctx,
    kind,
    recordId,
    added.map(({ key, name }) => [key, name] as const),
  )
}

async function attach(
  ctx: Ctx,
  kind: string,
  recordId: number,
  added: readonly (readonly [key: string, name: string])[],
): Promise<void> {
  if (added.length === 0) return
  const ids = await idsOf(ctx.tx, added, ctx.now)
  await ctx.tx.insert(taggings).values(ids.map((tagId) => ({ tagId, kind, recordId })))
}

/** The tags by their keys; those that nobody wrote before are made. */
async function idsOf(
  db: Db,
  wanted: readonly (readonly [key: string, name: string])[],
  now: Date,
): Promise<number[]> {
  const there = await db
    .select({ id: tags.id, key: tags.key })
    .from(tags)
    .where(
      inArray(
        tags.key,
        wanted.map(([key]) => key),
      ),
    )
  const known = new Set(there.map(({ key }) => key))
  const missing = wanted.filter(([key]) => !known.has(key))
  const ids = there.map(({ id }) => id)
  if (missing.length === 0) return ids
  const made = await db
    .insert(tags)
    .values(missing.map(([key, name]) => ({ key, name, initials: spelling(name), createdAt: now })))
    .returning({ id: tags.id })
  return [...ids, ...made.map(({ id }) => id)]
}

/** How a tag is typed without 汉字: its initials and its full pinyin, "yc yace". */
function spelling(name: string): string {
  const syllables = pinyin(tagKey(name), {
    toneType: "none",
    type: "array",
    nonZh: "consecutive",
    v: true,
  })
  const full = syllables.join("").toLowerCase()
  const initials = syllables.map((syllable) => [...syllable][0] ?? "").join("")
  return `${initials.toLowerCase()} ${full}`
}
