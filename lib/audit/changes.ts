/** One line of 之前 / 之后. */
export interface Change {
  field: string
  before: unknown
  after: unknown
}

/** What the bare `before` and `after` of a type are about; where they are objects they say so. */
const about: Readonly<Record<string, string>> = {
  "person.levelled": "level",
  "person.duties": "duties",
  "task.progressed": "progress",
  "task.started": "state",
  "task.paused": "state",
  "task.needs_support": "state",
  "task.completed": "state",
  "task.assigned": "ownerId",
  "task.handed_over": "ownerId",
  "person.moved": "departmentId",
  "department.headed": "headId",
  "department.moved": "parentId",
  "department.renamed": "name",
}

/** For machines, or shown elsewhere in the row. */
const unshown = new Set(["before", "after", "marks", "personIds", "sessions", "first"])

type Data = Readonly<Record<string, unknown>>

const isData = (value: unknown): value is Data =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/**
 * What an event changed. Its data is `before` and `after`, bare or as objects of fields, or fields
 * that carry these (or `added` and `gone`) themselves; everything else stands only after.
 */
export function changesOf({ type, data }: { type: string; data: Data }): Change[] {
  const named = about[type]
  const whole = "before" in data || "after" in data ? pair(type, data) : []
  const covered = new Set(whole.map(({ field }) => field))
  const others = Object.entries(data)
    .filter(([field]) => !unshown.has(field) && !covered.has(field))
    .map(([field, value]) => fieldChange(field, value))
  return named === "ownerId" ? whole : [...whole, ...others]
}

function pair(type: string, { before, after, ...rest }: Data): Change[] {
  if (!isData(before) && !isData(after)) {
    const field = about[type] ?? "value"
    return [{ field, before, after: after ?? rest[field] }]
  }
  const [was, is] = [isData(before) ? before : {}, isData(after) ? after : {}]
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].map((field) => ({
    field,
    before: was[field],
    after: is[field],
  }))
}

function fieldChange(field: string, value: unknown): Change {
  if (isData(value) && ("before" in value || "after" in value))
    return { field, before: value.before, after: value.after }
  if (isData(value) && ("added" in value || "gone" in value))
    return { field, before: value.gone, after: value.added }
  if (field === "from") return { field: "fromPersonId", before: undefined, after: value }
  const departments = Array.isArray(value) && /^(departments|led)$/.test(field)
  return { field: departments ? "departmentIds" : field, before: undefined, after: value }
}

const personField = /(^|[a-z])(owner|head|person|manager|deputy|coworker|creator)(Id|Ids|s)?$/i
const departmentField = /(^|[a-z])(department|parent)Ids?$/i

/** What a field's values are, by its name: ids stand for somebody or something. */
export function meaningOf(
  field: string,
): "person" | "department" | "sensitivity" | "event" | "plain" {
  if (departmentField.test(field)) return "department"
  if (/^sensitivityId$/.test(field)) return "sensitivity"
  if (/^eventIds?$/.test(field)) return "event"
  return personField.test(field) ? "person" : "plain"
}

/** The people that events name, to be looked up together. */
export function peopleIn(events: readonly { type: string; data: Data }[]): number[] {
  return events
    .flatMap(changesOf)
    .filter(({ field }) => meaningOf(field) === "person")
    .flatMap(({ before, after }) => [before, after].flat())
    .filter((id): id is number => Number.isSafeInteger(id))
}
