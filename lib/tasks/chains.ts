interface Chained {
  id: number
  state: string
  startAt: Date | null
  dueAt: Date | null
  doneAt: Date | null
}

export interface Link {
  taskId: number
  beforeId: number
}

/**
 * The links along which time is lost: what comes before ends, as it looks now, later than what
 * waits for it is to begin; where no beginning is set, later than that one is due.
 * @returns of the given links those that are late, and when each task is expected to end
 */
export function lateLinks(tasks: readonly Chained[], links: readonly Link[], now: Date) {
  const byId = new Map(tasks.map((task) => [task.id, task]))
  const ends = new Map<number, number>()
  const late = new Set<Link>()
  for (const task of tasks) expect(task)
  return {
    late: links.filter((link) => late.has(link)),
    ends: new Map([...ends].map(([id, at]) => [id, new Date(at)])),
  }

  /** Circles are refused when links are made; `ends` is set first, so that one wouldn't hang here. */
  function expect(task: Chained): number {
    const known = ends.get(task.id)
    if (known !== undefined) return known
    const due = task.dueAt?.getTime() ?? now.getTime()
    const own =
      task.state === "done" ? (task.doneAt?.getTime() ?? due) : Math.max(due, now.getTime())
    ends.set(task.id, own)
    if (task.state === "done") return own
    const from = task.startAt?.getTime() ?? due
    let end = own
    for (const link of links) {
      const before = link.taskId === task.id ? byId.get(link.beforeId) : undefined
      if (!before || before.state === "done") continue
      const free = expect(before)
      if (free <= from) continue
      late.add(link)
      end = Math.max(end, free + (due - from))
    }
    ends.set(task.id, end)
    return end
  }
}
