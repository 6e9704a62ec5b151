import { db } from "@/db/engine"
import { dayIn } from "@/lib/calendar/zones"
import type { PersonActor } from "@/lib/platform/actor"
import { organisation } from "@/lib/platform/organisation"
import { settings } from "@/lib/platform/settings"
import { inTreeOrder } from "./department-tree"
import { listDirectory } from "./directory"
import type { DirectoryFilter } from "./directory-filter"
import { allowedView } from "./directory-scope"
import { headcounts, together } from "./headcount"

/** The directory as its page shows it: what is asked for, its people, and all departments' counts. */
export async function directoryPage(actor: PersonActor, asked: DirectoryFilter) {
  const [org, { company }] = await Promise.all([organisation(db()), settings()])
  const department = org.departments.get(asked.department ?? 0)
  const filter = {
    ...asked,
    view: allowedView(actor, asked.view),
    department: department?.id,
  }
  const now = { org, today: dayIn(company.timeZone, new Date()) }
  const counts = await headcounts(db(), now)
  return {
    ...now,
    filter,
    counts,
    page: await listDirectory(actor, filter, now, counts),
    company: company.name,
    name: department?.name ?? company.name,
    /** What every view has of the department that is chosen, and of the company. */
    here: together(counts, inTreeOrder(org, department?.id ?? null)),
    all: together(counts, org.departments.keys()),
  }
}

export type DirectoryPage = Awaited<ReturnType<typeof directoryPage>>
