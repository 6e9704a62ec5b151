import { eq, inArray } from "drizzle-orm"
import { cache } from "react"
import { db } from "@/db/engine"
import { people, sensitivities } from "@/db/schema/people"
import type { PersonActor } from "@/lib/platform/actor"
import { type DepartmentTree, organisation } from "@/lib/platform/organisation"
import { shownSource } from "@/lib/tasks/source"
import { findMatter, type Matter, type MatterPart } from "./matter"
import { stateOrder } from "./order"
import { canComment, canConfirm, canEdit, canHome, canMove, canNudge, canSee } from "./policy"
import { type SubTask, subTasksOf } from "./sub-tasks"
import { concernedIn, waitsIn } from "./waits"

/** Everything that a matter's page shows, or null when it isn't the actor's to see. */
export const matterPage = cache(async (actor: PersonActor, id: number) => {
  const matter = await findMatter(db(), id)
  if (!matter || !canSee(actor, matter)) return null
  const org = await organisation(db())
  const subTasks = await subTasksOf(db(), actor, [id])
  const who = await peopleOf(matter, subTasks)
  const department = (departmentId: number | null) =>
    org.departments.get(departmentId ?? 0)?.name ?? ""
  const homes = new Map([...who].map(([personId, { departmentId }]) => [personId, departmentId]))
  const person = (personId: number) => who.get(personId) ?? { id: personId, name: "", face: null }
  return {
    matter,
    owner: person(matter.ownerId),
    creator: person(matter.creatorId),
    supportFrom: matter.supportFromId === null ? null : person(matter.supportFromId),
    department: department(matter.departmentId),
    heldUp: department(matter.heldUpId),
    sensitivity: await labelOf(matter),
    group:
      matter.groupId === null
        ? null
        : await shownSource(actor, { kind: "group", id: matter.groupId }),
    source:
      matter.sourceKind === null || matter.sourceId === null
        ? null
        : await shownSource(actor, { kind: matter.sourceKind, id: matter.sourceId }),
    parts: initiatorFirst(matter).map((part) => ({
      ...part,
      name: department(part.departmentId),
      owner: person(part.ownerId),
      confirmedBy: part.confirmedById === null ? null : person(part.confirmedById),
      tasks: tasksOf(org, matter, part, subTasks),
      can: {
        confirm: part.confirmedAt === null && canConfirm(actor, matter, part),
        nudge: canNudge(actor, matter, part),
        add: matter.state !== "done" && canHome(actor, part.departmentId),
      },
    })),
    subTasks,
    waits: waitsIn(org, matter, subTasks, homes, new Date()),
    can: {
      edit: canEdit(actor, matter),
      move: stateOrder.filter((state) => canMove(actor, matter, state)),
      comment: canComment(actor, matter),
    },
  }
})

export type MatterPage = NonNullable<Awaited<ReturnType<typeof matterPage>>>
export type PartOnPage = MatterPage["parts"][number]

const initiatorFirst = ({ parts, departmentId }: Matter) =>
  parts.toSorted(
    (a, b) => Number(b.departmentId === departmentId) - Number(a.departmentId === departmentId),
  )

/** The tasks of one department; those of nobody's part stand with the initiating one. */
const tasksOf = (
  org: DepartmentTree,
  matter: Matter,
  part: MatterPart,
  subTasks: readonly SubTask[],
) =>
  subTasks.filter(
    (task) =>
      (concernedIn(org, matter.parts, task.departmentId) ?? matter.departmentId) ===
      part.departmentId,
  )

async function peopleOf(matter: Matter, subTasks: readonly SubTask[]) {
  const ids = [
    ...[matter.ownerId, matter.creatorId, matter.supportFromId, matter.blockedById],
    ...matter.parts.flatMap((part) => [part.ownerId, part.confirmedById]),
    ...subTasks.map((task) => task.creatorId),
  ].flatMap((id) => id ?? [])
  const rows = await db()
    .select({
      id: people.id,
      name: people.name,
      face: people.faceFileId,
      departmentId: people.departmentId,
    })
    .from(people)
    .where(inArray(people.id, [...new Set(ids)]))
  return new Map(rows.map((row) => [row.id, row]))
}

async function labelOf({ sensitivityId }: Matter) {
  if (sensitivityId === null) return null
  const [label] = await db()
    .select({ name: sensitivities.name, nameEn: sensitivities.nameEn })
    .from(sensitivities)
    .where(eq(sensitivities.id, sensitivityId))
  return label ?? null
}
