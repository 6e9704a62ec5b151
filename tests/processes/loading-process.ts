/** A process that loads the sample company, to be killed on its way. */
import { migrate } from "@/db/engine"
import { loadWorld } from "@/lib/world"

await migrate()
await loadWorld()
process.send?.("loaded")
