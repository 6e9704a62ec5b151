import { eq, inArray, sql } from "drizzle-orm"
import { cache } from "react"
import { idsGiven } from "@/db/bulk"
import { db, prepared } from "@/db/engine"
import { groups } from "@/db/schema/groups"
import { departments, people, sensitivities } from "@/db/schema/people"
import type { PersonActor } from "@/lib/platform/actor"
import { dueChangesOf } from "./due-changes"
import { topicsOf } from "./links"
import { nudgeOf } from "./nudging"
import {
  canAnswer,
  canAnswerNudge,
  canComment,
  canEdit,
  canReport,
  canRequest,
  canSee,
  canSupport,
} from "./policy"
import { shownSource } from "./source"
import { findTask } from "./task"

const named = prepared((on) =>
  on
    .select({ id: people.id, name: people.name, face: people.faceFileId })
    .from(people)
    .where(inArray(people.id, idsGiven("ids")))
    .prepare(),
)
const homeNamed = prepared((on) =>
  on
    .select({ name: departments.name })
    .from(departments)
    .where(eq(departments.id, sql.placeholder("id")))
    .prepare(),
)
const groupNamed = prepared((on) =>
  on
    .select({ id: groups.id, name: groups.name })
    .from(groups)
    .where(eq(groups.id, sql.placeholder("id")))
    .prepare(),
)
const labelNamed = prepared((on) =>
  on
    .select({ name: sensitivities.name, nameEn: sensitivities.nameEn })
    .from(sensitivities)
    .where(eq(sensitivities.id, sql.placeholder("id")))
    .prepare(),
)

/** A task with names and what the actor may do, or null when it isn't theirs to see. */
export const taskPage = cache(async (actor: PersonActor, id: number) => {
  const task = await findTask(db(), id)
  if (!task || !canSee(actor, task)) return null
  const helper = task.supporterId
  const wanted = [task.ownerId, task.creatorId, ...task.coworkerIds, ...(helper ? [helper] : [])]
  const names = await named(db()).execute({ ids: JSON.stringify(wanted) })
  const person = (personId: number) =>
    names.find((row) => row.id === personId) ?? { id: personId, name: "", face: null }
  const [home] = await homeNamed(db()).execute({ id: task.departmentId })
  const inGroup = actor.principals.has(`group:${task.groupId ?? 0}`)
  const [group] = inGroup ? await groupNamed(db()).execute({ id: task.groupId }) : []
  const [label] = await labelNamed(db()).execute({ id: task.sensitivityId })
  const { sourceKind: kind, sourceId } = task
  const source = kind && sourceId ? await shownSource(actor, { kind, id: sourceId }) : null
  return {
    task,
    /** What changes it: itself, and what it waits for or waits for it. */
    topics: await topicsOf(actor, task.id),
    sensitivity: label ?? null,
    owner: person(task.ownerId),
    /** Who has taken its support upon themselves. */
    supporter: helper ? person(helper) : null,
    creator: person(task.creatorId),
    coworkers: task.coworkerIds.map(person),
    department: home?.name ?? null,
    /** For its members: what a group is called is theirs to read. */
    group: group ?? null,
    moved: task.dueAt === null ? [] : await dueChangesOf(db(), task.id),
    source,
    nudge: await nudgeOf(task.id),
    can: {
      answerNudge: canAnswerNudge(actor, task),
      edit: canEdit(actor, task),
      report: canReport(actor, task),
      comment: canComment(actor, task),
      request: canRequest(actor, task),
      answer: canAnswer(actor, task),
      support: canSupport(actor, task),
    },
  }
})

export type TaskPage = NonNullable<Awaited<ReturnType<typeof taskPage>>>
