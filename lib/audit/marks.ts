import { isExport } from "./groups"

/** Why an event asks for a second look. The codes are kept with the event: never reuse one. */
export const marks = [
  "rights_raised",
  "many_exports",
  "many_denials",
  "new_place",
  "off_hours",
  "disowned",
  "chain_broken",
] as const
export type Mark = (typeof marks)[number]

export const isMark = (code: unknown): code is Mark => marks.some((mark) => mark === code)

/** More exports than this within the seconds are many; more refusals likewise. */
export const manyExports = { times: 3, per: 600 }
export const manyDenials = { times: 4, per: 600 }

export interface Said {
  type: string
  data: Readonly<Record<string, unknown>>
  /** Done by a person; what the system does (set-up, a sample company) raises nobody's rights. */
  byPerson: boolean
}

/** What only the database and the calendar know, asked where a rule needs it. */
export interface Circumstances {
  /** This person has just done so for the first time too often. */
  often: boolean
  workingHours: boolean
}

/** Which circumstances a rule needs for this event: nothing is asked for all the others. */
export function needed({ type, data }: Said): "exports" | "denials" | "hours" | null {
  if (isExport(type)) return "exports"
  if (type === "person.denied") return "denials"
  return type === "person.signed_in" && data.newDevice === true ? "hours" : null
}

/** The rules. An event may be unusual for several reasons. */
export function marksFor(said: Said, seen: Circumstances): Mark[] {
  const found: Mark[] = []
  if (said.byPerson && raisesRights(said)) found.push("rights_raised")
  if (isExport(said.type) && seen.often) found.push("many_exports")
  if (said.type === "person.denied" && seen.often) found.push("many_denials")
  if (said.type === "person.signed_in") found.push(...strangeSignIn(said.data, seen))
  if (said.type === "person.sign_in_disowned") found.push("disowned")
  if (said.type === "audit.checked" && said.data.whole === false) found.push("chain_broken")
  return found
}

const ranks = ["view", "edit", "admin"]
const rank = (level: unknown): number => ranks.indexOf(String(level))

function raisesRights({ type, data }: Said): boolean {
  if (type === "person.levelled") return rank(data.after) > rank(data.before)
  if (type === "person.duties")
    return listOf(data.after).some((it) => !listOf(data.before).includes(it))
  // A head is administrator of everything in the department and below it.
  if (type === "department.headed") return typeof data.after === "number"
  return type === "person.cleared"
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/** A known browser on a journey is nothing unusual, nor is a new one at the desk. */
function strangeSignIn(data: Said["data"], { workingHours }: Circumstances): Mark[] {
  if (data.newDevice !== true) return []
  const place: Mark[] = data.newPlace === true ? ["new_place"] : []
  return workingHours || data.first === true ? place : [...place, "off_hours"]
}
