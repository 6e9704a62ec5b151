/** A thread of its own that reads and checks one staff file, then ends. */
import { parentPort, workerData } from "node:worker_threads"
import { z } from "zod"
import { parts } from "@/db/bulk"
import { engine } from "@/db/engine"
import { bytesOf } from "@/lib/platform/files/whole-file"
import { checkImport } from "./import-check"

const asked = z.object({
  place: z.string(),
  rights: z.object({ giveDuties: z.boolean(), self: z.string().nullable() }),
  choices: z.object({ leavers: z.boolean().optional() }),
})

const { place, rights, choices } = asked.parse(workerData)
const { outcomes, ...rest } = await checkImport(
  engine().read,
  await bytesOf(place),
  rights,
  choices,
)
// Taken over one by one: thousands of rows at once would keep the other thread busy too long.
for (const some of parts(outcomes)) {
  parentPort?.postMessage({ outcomes: some })
  await new Promise((taken) => parentPort?.once("message", taken))
}
parentPort?.postMessage({ rest })
await engine().close()
