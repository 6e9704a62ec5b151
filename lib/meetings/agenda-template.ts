import { and, asc, eq, inArray, isNull, or, sql } from "drizzle-orm"
import { z } from "zod"
import type { Db } from "@/db/database"
import { db } from "@/db/engine"
import { meetingTemplates } from "@/db/schema/meetings/templates"
import { people } from "@/db/schema/people"
import {
  type Actor,
  atLeast,
  type Grant,
  isPerson,
  type PersonActor,
  sees,
} from "@/lib/platform/actor"
import type { Ctx } from "@/lib/platform/context"

const topics = z.array(z.object({ title: z.string(), goal: z.string(), minutes: z.number() }))
export type TemplateTopic = z.output<typeof topics>[number]

/** 议程模板: its owner's, perhaps for everybody to use. */
export interface Template extends Omit<typeof meetingTemplates.$inferSelect, "topics"> {
  topics: readonly TemplateTopic[]
  grants: readonly Grant[]
  sensitivityId: null
}

export async function findTemplate(on: Db, id: number): Promise<Template | null> {
  if (!Number.isSafeInteger(id)) return null
  const [row] = await on.select().from(meetingTemplates).where(eq(meetingTemplates.id, id))
  if (!row) return null
  const own: Grant = { principal: `person:${row.ownerId}`, level: "edit" }
  return {
    ...row,
    topics: topics.parse(row.topics),
    grants:
      row.removedAt !== null
        ? []
        : row.shared
          ? [own, { principal: "everyone", level: "view" }]
          : [own],
    sensitivityId: null,
  }
}

export async function seenTemplate(ctx: Ctx, input: { id: number }): Promise<Template | null> {
  const template = await findTemplate(ctx.tx, input.id)
  return template && sees(ctx.actor, template) ? template : null
}

export async function titledTemplates(on: Db, ids: readonly number[]) {
  const rows = await on
    .select({ id: meetingTemplates.id, name: meetingTemplates.name })
    .from(meetingTemplates)
    .where(inArray(meetingTemplates.id, [...ids]))
  return new Map(rows.map(({ id, name }) => [id, { title: name, href: "/meetings/templates" }]))
}

/** For everybody: heads, and who administers the portal. */
export const canShare = (actor: PersonActor): boolean =>
  atLeast(actor.level, "admin") || actor.leads.size > 0

/** Its owner; one for everybody also whoever may make such. */
export const canChange = (actor: Actor, template: Template): boolean =>
  isPerson(actor) && (template.ownerId === actor.personId || (template.shared && canShare(actor)))

const most = 100

/** One's own and those for everybody, by name. */
export async function listTemplates(actor: PersonActor) {
  const rows = await db()
    .select({ template: meetingTemplates, owner: people.name })
    .from(meetingTemplates)
    .innerJoin(people, eq(people.id, meetingTemplates.ownerId))
    .where(
      and(
        isNull(meetingTemplates.removedAt),
        or(eq(meetingTemplates.ownerId, actor.personId), eq(meetingTemplates.shared, true)),
      ),
    )
    .orderBy(asc(sql`lower(${meetingTemplates.name})`), asc(meetingTemplates.id))
    .limit(most)
  return rows.map(({ template, owner }) => ({
    ...template,
    ...{ owner, topics: topics.parse(template.topics) },
  }))
}
