/**
 * A process of the portal that does one piece of scheduled work as of a moment, and says when it is
 * done. Its argument names the work.
 */
import "@/lib/modules"
import { DatabaseBusy, engine } from "@/db/engine"
import { remindOfAppointments } from "@/lib/appointments/reminding"
import { sweepSeries } from "@/lib/meetings/sweeping-series"
import { sweepClocks } from "@/lib/messages/clock-sweep"
import { askForUpdates } from "@/lib/tasks/asking-for-updates"
import { remindOfTasks } from "@/lib/tasks/reminding"

const works = new Map([
  ["clocks", sweepClocks],
  ["appointments", remindOfAppointments],
  ["tasks", remindOfTasks],
  ["updates", askForUpdates],
  ["series", sweepSeries],
])
const work = works.get(process.argv[2] ?? "") ?? sweepClocks

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
    await work(now)
    return true
  } catch (error) {
    if (error instanceof DatabaseBusy) return false
    throw error
  }
}
