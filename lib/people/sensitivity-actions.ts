"use server"

import { action, nothing } from "@/lib/action"
import type { Ctx } from "@/lib/platform/context"
import { refuse } from "@/lib/platform/refusal"
import { clearPeople } from "./clearing"
import { canGiveDuties } from "./departments-policy"
import { resolvePerson } from "./finding"
import {
  addSensitivity,
  changeSensitivity,
  closeSensitivity,
  findSensitivity,
} from "./sensitivities"
import {
  clearedPeople,
  closedLabel,
  editedLabel,
  lostClearance,
  newLabel,
} from "./sensitivity-inputs"
import { unclear } from "./unclearing"

const about = {
  lock: () => "sensitivities",
  load: (ctx: Ctx, { id }: { id: number }) => findSensitivity(ctx.tx, id),
  can: canGiveDuties,
}
const page = (id: number) => `/admin/sensitivity?label=${id}`

export const addSensitivityAction = action({
  name: "sensitivity.add",
  input: newLabel,
  lock: about.lock,
  load: nothing,
  can: canGiveDuties,
  run: (ctx, _, fields) => addSensitivity(ctx, fields),
  next: page,
})

export const saveSensitivityAction = action({
  ...about,
  name: "sensitivity.save",
  input: editedLabel,
  run: async (ctx, label, { id, ...fields }) => {
    await changeSensitivity(ctx, label, fields)
    return id
  },
})

export const closeSensitivityAction = action({
  ...about,
  name: "sensitivity.close",
  input: closedLabel,
  run: (ctx, label, { closed }) => closeSensitivity(ctx, label, closed === "yes"),
})

export const clearPeopleAction = action({
  ...about,
  name: "sensitivity.clear",
  input: clearedPeople,
  run: async (ctx, label, { people }) => {
    const ids = new Set<number>()
    for (const name of people) if (name !== "") ids.add(await resolvePerson(ctx.tx, name, "people"))
    if (ids.size === 0) refuse("invalid", { fields: { people: "errors.required" } })
    await clearPeople(ctx, label, [...ids])
  },
})

export const unclearAction = action({
  ...about,
  name: "sensitivity.unclear",
  input: lostClearance,
  run: (ctx, label, { person, to }) => unclear(ctx, label, person, to),
  next: (_, { id }) => page(id),
})
