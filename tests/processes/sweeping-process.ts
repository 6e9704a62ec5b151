/** A process of the portal that sweeps the clocks as of a moment, and says when it is done. */
import "@/lib/modules"
import { DatabaseBusy, engine } from "@/db/engine"
import { sweepClocks } from "@/lib/messages/clock-sweep"

// All of them begin together, however long each took to load.
process.send?.("ready")
process.once("message", async (now) => {
  while (!(await swept(new Date(String(now)))));
  process.send?.("done")
  await engine().close()
  process.disconnect?.()
})

/** What didn't get its turn is tried again, as scheduled work is. */
async function swept(now: Date): Promise<boolean> {
  try {
    await sweepClocks(now)
    return true
  } catch (error) {
    if (error instanceof DatabaseBusy) return false
    throw error
  }
}
