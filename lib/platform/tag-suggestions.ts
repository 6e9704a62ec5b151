import { desc, inArray, or, type SQL, sql } from "drizzle-orm"
import type { Db } from "@/db/database"
import { engine } from "@/db/engine"
import { tags } from "@/db/schema/tags"
import { visible } from "./access"
import type { Locale, PersonActor } from "./actor"
import { fixedTags, type ShownTag, shownTag } from "./fixed-tags"
import { registry } from "./registry"
import { longestTag } from "./tags"

interface Candidate {
  id: number
  name: string
  key: string
}

/** However many tags and records there are, a suggestion looks at no more than this. */
const bounds = { candidates: 40, matching: 200, counted: 50, newest: 200, checked: 20, asked: 60 }

/**
 * Tags that begin with what was typed, by name, pinyin or initials: the fixed ones first, then
 * the most used of those that stand on a record the reader may see. Others have no trace.
 * @param query what follows the #, perhaps nothing
 */
export async function suggestTags(
  db: Db,
  actor: PersonActor,
  query: string,
  { limit = 8, locale = "zh" }: { limit?: number; locale?: Locale } = {},
): Promise<ShownTag[]> {
  const typed = query.normalize("NFKC").toLowerCase().trim()
  if ([...typed].length > longestTag) return []
  const fixed = fixedTags.filter(({ names, pinyin }) =>
    [names.zh, names.en, ...pinyin].some((name) => name.startsWith(typed)),
  )
  const candidates = await (typed === "" ? lately(db) : beginning(db, typed))
  const others = candidates.filter(({ key }) => !fixedTags.some((tag) => tag.key === key))
  const seen = await seenAmong(db, actor, others, limit - fixed.length)
  return [
    ...fixed.map((tag) => shownTag({ key: tag.key, name: tag.key }, locale)),
    ...seen.map(({ name }) => ({ name })),
  ].slice(0, limit)
}

/** Without anything typed: the tags of each kind's newest records, the most frequent first. */
async function lately(db: Db): Promise<Candidate[]> {
  const newest = [...registry().kinds.keys()].map(
    (kind) =>
      sql`select * from (select tag_id from taggings where kind = ${kind}
        order by record_id desc limit ${bounds.newest}) as part`,
  )
  if (newest.length === 0) return []
  return engine().rows<Candidate>(
    db,
    sql`select t.id, t.name, t.key from tags t join (select tag_id, count(*) as used from
      (${sql.join(newest, sql` union all `)}) as lately group by tag_id) as counted on counted.tag_id = t.id
      order by counted.used desc, t.id limit ${bounds.candidates}`,
  )
}

/** Counted no further than `counted`: whatever is used more often comes first anyhow. */
const used = sql`(select count(*) from (select 1 from taggings where taggings.tag_id = ${tags.id}
  limit ${bounds.counted}) as counted)`

async function beginning(db: Db, typed: string): Promise<Candidate[]> {
  const begins = `${typed.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const matching = db
    .select({ id: tags.id })
    .from(tags)
    .where(
      or(
        sql`${tags.key} like ${begins} escape '\\'`,
        sql`${tags.initials} like ${begins} escape '\\'`,
        sql`${tags.initials} like ${`% ${begins}`} escape '\\'`,
      ),
    )
    .limit(bounds.matching)
  return db
    .select({ id: tags.id, name: tags.name, key: tags.key })
    .from(tags)
    .where(inArray(tags.id, matching))
    .orderBy(desc(used), tags.id)
    .limit(bounds.candidates)
}

/** The first so many that stand on a record this reader may see, judged by their newest records. */
async function seenAmong(
  db: Db,
  actor: PersonActor,
  candidates: readonly Candidate[],
  limit: number,
): Promise<Candidate[]> {
  if (candidates.length === 0 || limit <= 0) return []
  const ids = candidates.map(({ id }) => Number(id))
  const listed = new Set(await onListedRecords(db, actor, ids))
  const places = await unlistedPlaces(
    db,
    ids.filter((id) => !listed.has(id)),
  )
  const seen: Candidate[] = []
  let asked = 0
  for (const candidate of candidates) {
    let found = listed.has(Number(candidate.id))
    for (const { kind, recordId } of places.get(Number(candidate.id)) ?? []) {
      if (found || asked++ >= bounds.asked) break
      found = await isSeen(db, actor, kind, recordId)
    }
    if (found && seen.push(candidate) === limit) break
  }
  return seen
}

const kindsAs = (name: string, kinds: Iterable<string>): SQL =>
  sql`(${sql.join(
    [...kinds].map((kind) => sql`select ${kind} as kind`),
    sql` union all `,
  )}) as ${sql.raw(name)}`

/** Tags whose newest records the reader's access lists hold. */
async function onListedRecords(db: Db, actor: PersonActor, ids: number[]): Promise<number[]> {
  const rows = await engine().rows<{ id: number }>(
    db,
    sql`select distinct t.id from tags t cross join ${kindsAs("k", registry().kinds.keys())}
      where t.id in ${ids} and exists (select 1 from (select record_id from taggings
        where taggings.tag_id = t.id and taggings.kind = k.kind
        order by record_id desc limit ${bounds.checked}) as newest
        where ${visible(actor, sql`k.kind`, sql`newest.record_id`)})`,
  )
  return rows.map(({ id }) => Number(id))
}

type Place = { kind: string; recordId: number }

/** The newest records of kinds that keep no access lists (messages): their kind is asked itself. */
async function unlistedPlaces(db: Db, ids: number[]): Promise<Map<number, Place[]>> {
  const places = new Map<number, Place[]>()
  if (ids.length === 0) return places
  const nth = (skipped: number) =>
    sql`(select record_id from taggings where taggings.tag_id = t.id and taggings.kind = k.kind
      order by record_id desc limit 1 offset ${sql.raw(String(skipped))})`
  const rows = await engine().rows<{ id: number; kind: string; a: number; b: number; c: number }>(
    db,
    sql`select t.id, k.kind, ${nth(0)} as a, ${nth(1)} as b, ${nth(2)} as c
      from tags t cross join ${kindsAs("k", registry().kinds.keys())}
      where t.id in ${ids} and not exists (select 1 from access where access.kind = k.kind)`,
  )
  for (const { id, kind, a, b, c } of rows)
    for (const recordId of [a, b, c])
      if (recordId !== null)
        places.set(Number(id), [
          ...(places.get(Number(id)) ?? []),
          { kind, recordId: Number(recordId) },
        ])
  return places
}

async function isSeen(db: Db, actor: PersonActor, kindName: string, id: number): Promise<boolean> {
  const kind = registry().kinds.get(kindName)
  const record = await kind?.find(db, id)
  return Boolean(kind && record && kind.canSee(actor, record))
}
