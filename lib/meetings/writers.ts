import { z } from "zod"
import { db } from "@/db/engine"
import { signal } from "@/lib/endpoint"
import { tellEverywhere } from "@/lib/platform/live-telling"
import { findMeeting } from "./meeting"
import { canSee, canWrite } from "./policy"

/** Somebody is in a row of the minutes. Nothing is kept: who isn't looking doesn't hear it. */
export const writingNow = signal({
  name: "meetings.writing",
  input: z.strictObject({
    id: z.number().int().positive(),
    row: z.string().regex(/^(point|resolution)-\d{1,15}$/),
  }),
  load: async (actor, { id, row }) => {
    const meeting = await findMeeting(db(), id)
    return meeting && canSee(actor, meeting) ? { meeting, row } : null
  },
  can: (actor, { meeting }) => canWrite(actor, meeting),
  tell: ({ personId, name }, { meeting, row }) =>
    tellEverywhere({
      topic: `meeting:${meeting.id}`,
      name: "writing",
      data: { person: { id: personId, name }, row },
    }),
  limit: { times: 120, per: 60 },
})
