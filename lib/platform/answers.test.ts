import { expect, test } from "vitest"
import { z } from "zod"
import { readInput } from "./answers"
import { Refusal } from "./refusal"

const schema = z.strictObject({ name: z.string().optional() })

test("only fields are read: a text, a list or a number is refused as a whole, however long", () => {
  for (const sent of ["x".repeat(1_000_000), ["name"], 5])
    expect(() => readInput(schema, sent)).toThrow(Refusal)
})

test("nothing sent is nothing filled in", () => {
  expect(readInput(schema, undefined)).toEqual({ input: {} })
  expect(readInput(schema, new FormData())).toEqual({ input: {} })
})
