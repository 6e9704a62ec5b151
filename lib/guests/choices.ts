import { db } from "@/db/engine"
import type { PersonActor } from "@/lib/platform/actor"
import { registry } from "@/lib/platform/registry"
import type { Opened } from "./sentence"

/** One thing for so much, as a form offers it. */
export interface Choice extends Opened {
  /** `group:7:view` */
  value: string
}

/** All that somebody may open to a guest, by kind. */
export async function scopeChoices(actor: PersonActor): Promise<Choice[]> {
  const choices: Choice[] = []
  for (const [name, kind] of registry().kinds) {
    const { guestScope } = kind
    for (const id of (await guestScope?.choices(actor)) ?? []) {
      const record = await kind.find(db(), id)
      if (!guestScope || !record || !guestScope.mayInvite(actor, record)) continue
      const title = kind.title(record)
      for (const may of guestScope.offers(record))
        choices.push({ kind: name, title, may, value: `${name}:${id}:${may}` })
    }
  }
  return choices
}
