/** A process that brings its database to the migrations of a folder, and says when it begins. */
import path from "node:path"
import { engine } from "@/db/engine"

const [folder = "", data = ""] = process.argv.slice(2)
const database = engine()
process.send?.("begins")
const { applied } = await database.migrate({ folder, backupFolder: path.join(data, "backups") })
process.send?.({ applied })
await database.close()
process.disconnect()
