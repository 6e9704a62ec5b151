import { atOnce, breath } from "@/db/breath"
import { engine } from "@/db/engine"
import { indexMany } from "@/lib/platform/bulk-index"
import { peopleAfter } from "./person"

/**
 * Brings what people are found by to what it is today. Older releases also kept phone numbers in the
 * search index, and nobody's row is written anew until that person changes. What is right already
 * costs a read.
 */
export async function renewSearchWords(): Promise<void> {
  let last: number | undefined = 0
  while (last !== undefined) {
    last = await renewAfter(last)
    await breath()
  }
}

/** @returns the last person looked at; nothing at the end */
const renewAfter = (id: number): Promise<number | undefined> =>
  engine().write(async ({ db }) => {
    const some = await peopleAfter(db, id, atOnce)
    await indexMany(db, "person", some)
    return some.at(-1)?.id
  })
