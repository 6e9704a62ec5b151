import type { Ctx, NewEvent, StoredEvent } from "./context"
import { registry } from "./registry"

/** Why an event asks for a second look, as the modules that watch say; mostly nothing. */
export async function marksOf(ctx: Ctx, event: NewEvent): Promise<string[]> {
  const found: string[] = []
  for (const { watch } of registry().modules) if (watch) found.push(...(await watch(ctx, event)))
  return found
}

/** Says that something asks for a second look. Once per change, however much of it does. */
export async function tellOfMarked(ctx: Ctx, stored: readonly StoredEvent[]): Promise<void> {
  const unusual = stored.filter((event) => event.needsReview)
  if (unusual.length === 0) return
  for (const { marked } of registry().modules) await marked?.(ctx, unusual)
}
