"use server"

import { action } from "@/lib/action"
import type { Duty } from "@/lib/platform/actor"
import { organisation } from "@/lib/platform/organisation"
import { refuse } from "@/lib/platform/refusal"
import { canGiveDuties } from "./departments-policy"
import { setDuties } from "./duties"
import { resolvePerson } from "./finding"
import { givenDuties, levelsForm } from "./level-inputs"
import { canSetLevel, setLevels } from "./levels"
import { activePeople } from "./moving"

/** Everybody named must be the head's own: one who isn't, and nothing is written. */
export const setLevelsAction = action({
  name: "people.setLevels",
  input: levelsForm,
  load: async (ctx, { levels }) => {
    const found = await activePeople(
      ctx,
      levels.map(({ id }) => id),
    )
    return found.length === levels.length ? found : null
  },
  can: (actor, people) =>
    actor.leads.size > 0 && people.every((person) => canSetLevel(actor, person)),
  run: async (ctx, people, { levels, reason }) => {
    await setLevels(ctx, people, levels, reason)
    return levels.length
  },
})

export const setDutiesAction = action({
  name: "people.setDuties",
  input: givenDuties,
  lock: () => "duties",
  load: async (ctx, { person }) => {
    const id = await resolvePerson(ctx.tx, person, "person")
    const { duties } = await organisation(ctx.tx)
    return { id, had: duties.get(id) ?? new Set<Duty>() }
  },
  can: canGiveDuties,
  run: async (ctx, person, { duties, more }) => {
    if (more && duties.length === 0) refuse("invalid", { fields: { duties: "errors.required" } })
    await setDuties(ctx, person, more ? [...new Set([...person.had, ...duties])] : duties)
  },
})
