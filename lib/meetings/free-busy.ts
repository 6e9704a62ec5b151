"use server"

import { z } from "zod"
import { db } from "@/db/engine"
import { reading } from "@/lib/action"
import { Refusal } from "@/lib/platform/refusal"
import { mostPeople } from "./inputs"
import { peopleOf } from "./inviting"
import { timesFor } from "./times-for"

const look = reading({
  name: "meetings.free_busy",
  input: z.strictObject({
    people: z.array(z.number().int().positive()).max(mostPeople),
    start: z.string().regex(/^2\d{3}-(0[1-9]|1[0-2])-([0-2]\d|3[01])T([01]\d|2[0-3]):[0-5]\d$/),
    minutes: z.number().int().min(5).max(1_440),
    /** A meeting that is moved takes nobody's time from itself. */
    meeting: z.number().int().positive().optional(),
  }),
  run: timesFor,
})

/** When people have time, while a meeting is booked: times, and not a word of what for. */
export async function freeBusy(input: Parameters<typeof look>[0]) {
  return look(input)
}

const members = reading({
  name: "meetings.people",
  input: z.strictObject({ ref: z.string().regex(/^(group|department):\d{1,15}$/) }),
  run: (actor, { ref }) =>
    peopleOf(db(), actor, ref).catch((error: unknown) =>
      error instanceof Refusal && error.code === "invalid" ? null : [],
    ),
})

/** Everybody in a group or a department, to be invited one by one; null when they are too many. */
export async function peopleToInvite(ref: string) {
  return members({ ref })
}
