/** Imports a large staff file and says how far it is, until it is killed. */
import "@/lib/modules"
import { engine } from "@/db/engine"
import { importStaff } from "@/lib/people/importing"
import { existingStaff } from "@/lib/people/staff-book"
import { checkStaffRows } from "@/lib/people/staff-rows"
import { writeAsSystem } from "@/lib/platform/write"
import { manyRows } from "../many-rows"

const checked = checkStaffRows(manyRows(3_000), await existingStaff(engine().read))
const heard = (share: number) => process.send?.({ share })
await writeAsSystem("test", (ctx) => importStaff(ctx, checked, { fileName: "大.csv", heard }))
process.send?.({ share: 2 })
await engine().close()
process.disconnect?.()
