"use server"

import { z } from "zod"
import { reading } from "@/lib/action"
import { clientsLike, type NamedClient } from "./finding-client"

const find = reading({
  name: "tickets.find_clients",
  input: z.strictObject({ query: z.string().max(200) }),
  run: (actor, { query }) => clientsLike(actor, query),
})

/** Clients that are called like what somebody types. */
export async function findClients(query: string): Promise<NamedClient[]> {
  return (await find({ query })) ?? []
}
