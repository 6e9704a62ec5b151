import type { PersonActor } from "./actor"
import type { NewEvent, Origin } from "./context"
import { emit } from "./events"
import type { Looked } from "./screening/rows"
import { write } from "./write"

/** `look`: only what is in it. Without a word it is masked as soon as there may be something. */
export const exportWays = ["look", "masked", "plain"] as const
export type ExportWay = (typeof exportWays)[number]

/** Something on its way out of the portal as a file. */
export interface Export<F = unknown> {
  /** What the log says of it. */
  said: NewEvent
  look(): Promise<Looked>
  make(masked: boolean): F | Promise<F>
}

export const isHarmless = ({ finds, whole }: Looked): boolean =>
  whole && Object.keys(finds).length === 0

/**
 * Looks through what is about to leave, says in the log that it leaves, how much was found in it and
 * whether that is masked, then gives it.
 */
export async function exported<F>(
  actor: PersonActor,
  { said, look, make }: Export<F>,
  way: Exclude<ExportWay, "look"> | undefined,
  origin: Origin,
): Promise<{ file: F; masked: boolean }> {
  const looked = await look()
  const masked = way === "masked" || (way === undefined && !isHarmless(looked))
  const { finds, whole } = looked
  const found = Object.keys(finds).length > 0 && { finds }
  const data = { ...said.data, masked, ...found, ...(!whole && { partly: true }) }
  await write(actor, async (ctx) => emit(ctx, { ...said, data }), { origin })
  return { file: await make(masked), masked }
}
