"use server"

import { z } from "zod"
import { db } from "@/db/engine"
import { reading } from "@/lib/action"
import { departmentPath, organisation } from "@/lib/platform/organisation"
import { pickPeople } from "./finding"

const find = reading({
  name: "people.find",
  input: z.strictObject({ query: z.string().max(60) }),
  run: async (_, { query }) => {
    const [found, org] = await Promise.all([pickPeople(db(), query), organisation(db())])
    return found.map(({ id, name, pinyin, departmentId }) => ({
      id,
      name,
      pinyin,
      department: departmentPath(org, departmentId),
    }))
  },
})

/** Colleagues for a picker, by name, pinyin, initials or staff number. */
export async function findPeople(query: string) {
  return (await find({ query })) ?? []
}
