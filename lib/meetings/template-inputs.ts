import { z } from "zod"
import { mostTopics, withTopics } from "./topic-fields"

const id = z.coerce.number().int().positive()
const topic = z.strictObject({
  title: z.string().trim().min(1).max(200),
  goal: z.string().trim().max(300).default(""),
  minutes: z.coerce.number().int().min(1).max(480).default(10),
})
const fields = {
  name: z.string().trim().min(1).max(100),
  shared: z.stringbool().default(false),
  topics: z.array(topic).max(mostTopics).default([]),
}

export const newTemplate = z.preprocess(withTopics, z.strictObject(fields))
export const changedTemplate = z.preprocess(
  withTopics,
  z.strictObject({ ...fields, id, version: id }),
)
export const namedTemplate = z.strictObject({ id })
