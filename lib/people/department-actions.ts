"use server"

import { getTranslations } from "next-intl/server"
import { action, nothing } from "@/lib/action"
import { organisation } from "@/lib/platform/organisation"
import { refuse } from "@/lib/platform/refusal"
import { canManageAccount } from "./accounts-policy"
import { checkChange } from "./department-checks"
import { editedDepartment, endedDepartment, movedPeople, newDepartment } from "./department-inputs"
import { addDepartment, changeDepartment, openDepartment, standing } from "./departments"
import { canChangeDepartments } from "./departments-policy"
import { dissolveDepartment } from "./dissolving"
import { effectSentences, headSentences } from "./effect-sentences"
import { resolvePerson } from "./finding"
import { activePeople, givenUp, movePeople } from "./moving"
import { type Previewed, preview } from "./previewing"

const done: Previewed = { step: "done" }
const lock = () => "departments"

export const addDepartmentAction = action({
  name: "departments.add",
  input: newDepartment,
  lock,
  load: nothing,
  can: canChangeDepartments,
  run: async (ctx, _, { name, parent, head }) => {
    const headId = head === "" ? null : await resolvePerson(ctx.tx, head, "head")
    return addDepartment(ctx, { name, parentId: parent, headId })
  },
  next: (id) => `/admin/departments?department=${id}`,
})

export const saveDepartmentAction = action({
  name: "departments.save",
  input: editedDepartment,
  lock,
  load: (ctx, { id }) => openDepartment(ctx.tx, id),
  can: canChangeDepartments,
  run: async (ctx, before, { name, parent, head, seen, confirmed }): Promise<Previewed> => {
    if (standing(before) !== seen) refuse("conflict")
    const headId = head === "" ? null : await resolvePerson(ctx.tx, head, "head")
    const after = { name, parentId: parent, headId }
    // What can't be is refused before anything is asked.
    await checkChange(ctx, before, after)
    const sentences = [
      ...(await effectSentences(ctx.tx, { departments: new Map([[before.id, after]]) })),
      ...(await headSentences(ctx.tx, name, before.headId, headId)),
    ]
    const fields = Object.entries({ id: before.id, name, parent: parent ?? "", head, seen })
    const asked = preview(sentences, confirmed, fields)
    if (asked) return asked
    await changeDepartment(ctx, before, after)
    return done
  },
})

export const dissolveDepartmentAction = action({
  name: "departments.dissolve",
  input: endedDepartment,
  lock,
  load: (ctx, { id }) => openDepartment(ctx.tx, id),
  can: canChangeDepartments,
  run: async (ctx, department, { confirmed }): Promise<Previewed> => {
    const t = await getTranslations("people.departments.effect")
    const { id, name, headId } = department
    const sentences = [
      t("dissolves", { department: name }),
      ...(await headSentences(ctx.tx, name, headId, null)),
    ]
    const asked = preview(sentences, confirmed, [["id", id]])
    if (asked) return asked
    await dissolveDepartment(ctx, department)
    return done
  },
  next: ({ step }) => (step === "done" ? "/admin/departments" : undefined),
})

export const movePeopleAction = action({
  name: "people.move",
  input: movedPeople,
  lock,
  load: async (ctx, { people: ids }) => {
    const found = await activePeople(ctx, ids)
    const { duties } = await organisation(ctx.tx)
    if (found.length !== new Set(ids).size) return null
    return found.map((person) => ({
      ...person,
      administrator: duties.get(person.id)?.has("platform") ?? false,
    }))
  },
  can: (actor, people) => people.every((person) => canManageAccount(actor, person)),
  run: async (ctx, people, { to, confirmed }): Promise<Previewed> => {
    if (people.length === 0)
      refuse("invalid", { fields: { people: "people.departments.error.noOne" } })
    if (!(await openDepartment(ctx.tx, to))) refuse("not_found")
    const moved = new Map(people.map(({ id }) => [id, to]))
    const sentences = await effectSentences(ctx.tx, {
      people: moved,
      departments: await givenUp(ctx, people, to),
    })
    const chosen = people.map(({ id }) => ["people[]", id] as const)
    const asked = preview(sentences, confirmed, [["to", to], ...chosen])
    if (asked) return asked
    await movePeople(ctx, people, to)
    return done
  },
})
