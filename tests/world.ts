import { engine, migrate } from "@/db/engine"
import { dayIn } from "@/lib/calendar/zones"
import { loadWorld } from "@/lib/world"
import { startFrom } from "./databases"

/** The file begins with the sample company, loaded once for all files of the run. */
export async function beginWithWorld(): Promise<void> {
  // Its past is seen from today: a run that goes on past midnight loads it again.
  const today = dayIn("Asia/Shanghai", new Date())
  await startFrom(`world-${today}`, process.env.QIBU_DATA ?? "", async () => {
    await migrate()
    await loadWorld()
    await engine().close()
    globalThis.__qibuEngine = undefined
  })
}
