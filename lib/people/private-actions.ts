"use server"

import { z } from "zod"
import { action } from "@/lib/action"
import { findPerson } from "./person"
import { showPrivate } from "./private-data"
import { canAsk, privateFields } from "./private-policy"

/** Thirty an hour: enough for a day's calls, too few to copy the directory. */
export const showPrivateAction = action({
  name: "people.show_private",
  input: z.strictObject({
    id: z.coerce.number().int().positive(),
    field: z.enum(privateFields),
  }),
  limit: { times: 30, per: 3600 },
  load: async (ctx, { id }) => {
    const person = await findPerson(ctx.tx, id)
    return person && (!person.disabledAt || ctx.actor.duties.has("hr")) ? person : null
  },
  can: (actor, person, { field }) => canAsk(actor, person, field),
  run: (ctx, person, { field }) => showPrivate(ctx, person.id, field),
})
