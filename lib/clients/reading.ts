"use server"

import { z } from "zod"
import { reading } from "@/lib/action"
import { likeClients } from "./like"

const find = reading({
  name: "clients.like",
  input: z.strictObject({
    name: z.string().max(120),
    shortName: z.string().max(40),
    creditCode: z.string().max(40),
    but: z.number().int().min(0),
  }),
  run: (actor, { but, ...typed }) => likeClients(actor, typed, but),
})

/** Likely duplicates, while a client is typed in. */
export async function findLikeClients(input: Parameters<typeof find>[0]) {
  return (await find(input)) ?? []
}
