import { z } from "zod"

export const id = z.coerce.number().int().positive()

/** A field left empty in a form means none. */
export const maybeId = z.preprocess(
  (value) => (value === "" || value === undefined ? null : value),
  id.nullable(),
)

/** One of several boxes comes as text, several as a list, none not at all. */
export const listOf = <S extends z.ZodType>(each: S, most: number) =>
  z.preprocess(
    (value) => (value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value]),
    z.array(each).max(most),
  )
