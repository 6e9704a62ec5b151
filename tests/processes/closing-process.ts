/**
 * A process of the portal that closes the months of all clients up to a moment, until it is killed or
 * done. Says by IPC how many dossiers there are meanwhile.
 */
import "@/lib/modules"
import { db, engine } from "@/db/engine"
import { clientDossiers } from "@/db/schema/clients"
import { sweepDossiers } from "@/lib/clients/dossier-sweep"

const [now = ""] = process.argv.slice(2)
const tell = setInterval(async () => process.send?.({ made: await db().$count(clientDossiers) }), 3)
await sweepDossiers(new Date(now))
clearInterval(tell)
await engine().close()
process.send?.({ done: true })
process.disconnect()
