import { type Placeholder, sql } from "drizzle-orm"
import type { Db } from "@/db/database"
import { preparedFor } from "@/db/engine"
import type { Reader } from "./access"
import type { PersonActor } from "./actor"

/** A reader of whom it is known how much they hold, and not what. */
export interface AnyReader extends Reader {
  me: Placeholder
  /** As whom they are named themselves: what is theirs is found by one look, not one for all they hold. */
  own: Reader
}

interface Kept {
  execute(given?: Record<string, unknown>): unknown
}

/** Those who hold nearly as much share a query: what is missing stands for nobody and no label. */
const steps = { principals: 4, labels: 2 }

const rounded = (count: number, step: number) => Math.ceil(count / step) * step
const many = (name: string, count: number) =>
  Array.from({ length: count }, (_, nth) => sql.placeholder(`${name}${nth}`))

/**
 * A query of what a reader may see, made once for all who hold as much: making it takes longer than
 * running it.
 * @param build makes the query; what changes with every call stays a placeholder. `way` is one of a
 *   few ways to make it
 * @returns runs it for a reader
 */
export function keptForReaders<Q extends Kept, W extends string = "">(
  build: (on: Db, reader: AnyReader, way: W) => Q,
) {
  const kept = preparedFor((on, { size, way }: { size: Size; way: W }) =>
    build(on, readerOf(size), way),
  )
  return (on: Db, actor: PersonActor, given: Record<string, unknown> = {}, way = "" as W) => {
    const size = sizeOf(actor)
    const query = kept(on, `${size.principals} ${size.labels} ${way}`, { size, way })
    return query.execute({ ...heldBy(actor, size), ...given }) as ReturnType<Q["execute"]>
  }
}

interface Size {
  principals: number
  labels: number
}

const sizeOf = ({ principals, clearances }: PersonActor): Size => ({
  principals: rounded(principals.size, steps.principals),
  labels: rounded(clearances.size, steps.labels),
})

function readerOf({ principals, labels }: Size): AnyReader {
  const clearances = many("label", labels)
  return {
    me: sql.placeholder("me"),
    own: { principals: { keys: () => [sql.placeholder("own")] }, clearances },
    principals: { keys: () => many("principal", principals) },
    clearances,
  }
}

function heldBy({ personId, principals, clearances }: PersonActor, size: Size) {
  const given: Record<string, unknown> = { me: personId, own: `person:${personId}` }
  const [held, labels] = [[...principals.keys()], [...clearances]]
  for (let nth = 0; nth < size.principals; nth++) given[`principal${nth}`] = held[nth] ?? "nobody"
  for (let nth = 0; nth < size.labels; nth++) given[`label${nth}`] = labels[nth] ?? 0
  return given
}
