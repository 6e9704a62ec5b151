/** Imports a large staff file until it is as far as it is told, and is killed there with -9. */
import "@/lib/modules"
import { engine } from "@/db/engine"
import { importStaff } from "@/lib/people/importing"
import { existingStaff } from "@/lib/people/staff-book"
import { checkStaffRows } from "@/lib/people/staff-rows"
import { writeAsSystem } from "@/lib/platform/write"
import { manyRows } from "../many-rows"

const checked = checkStaffRows(manyRows(3_000), await existingStaff(engine().read))
const end = Number(process.argv[2])
const heard = (share: number) => {
  if (share >= end) process.kill(process.pid, "SIGKILL")
}
await writeAsSystem("test", (ctx) => importStaff(ctx, checked, { fileName: "大.csv", heard }))
await engine().close()
