import type { TaskFormData } from "@/components/tasks/task-fields"

/** What stands in the fields of a new task. */
export type TaskStart = TaskFormData["start"]
type Text = Exclude<keyof TaskStart, "owner" | "coworkers">
type People = TaskStart["owner"]

const fieldOf = {
  name: "name",
  description: "description",
  risk: "risk",
  priority: "priority",
  due: "due",
  start: "start",
  home: "department",
  group: "group",
  riskLevel: "riskLevel",
  label: "sensitivity",
} as const satisfies Record<Text, string>

export function readFields(form: HTMLFormElement): TaskStart {
  const fields = new FormData(form)
  const text = (name: Text) => String(fields.get(fieldOf[name]) ?? "")
  return {
    name: text("name"),
    description: text("description"),
    risk: text("risk"),
    priority: text("priority"),
    due: text("due"),
    start: text("start"),
    home: text("home"),
    group: text("group"),
    riskLevel: text("riskLevel"),
    label: text("label"),
    owner: chosenIn(form, "owner"),
    coworkers: chosenIn(form, "coworkers[]"),
  }
}

/** The people that a picker shows as chosen; it notes their names beside their numbers. */
function chosenIn(form: HTMLFormElement, name: string): People {
  const chosen = form.querySelectorAll<HTMLInputElement>(`input[type=hidden][name="${name}"]`)
  return Array.from(chosen, (input) => ({
    id: Number(input.value.slice(1)),
    name: input.dataset.person ?? "",
  }))
}

export const isSame = (one: TaskStart, other: TaskStart): boolean => inLine(one) === inLine(other)

function inLine({ owner, coworkers, ...texts }: TaskStart): string {
  const fields = Object.entries(texts).toSorted(([a], [b]) => a.localeCompare(b))
  return JSON.stringify([fields, [owner, coworkers].map((people) => people.map(({ id }) => id))])
}

export interface Draft {
  /** When it was written down (ms). */
  at: number
  fields: TaskStart
}

/** Drafts stay in this browser, each person's under their own name. */
export function loadDraft(place: string): Draft | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? "null")
    return isDraft(kept) ? kept : null
  } catch {
    return null
  }
}

/** A browser may keep nothing at all; the form works without. */
export function keepDraft(place: string, draft: Draft | null): void {
  try {
    if (draft) localStorage.setItem(place, JSON.stringify(draft))
    else localStorage.removeItem(place)
  } catch {}
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null

const arePeople = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.every((one) => isRecord(one) && Number.isInteger(one.id) && typeof one.name === "string")

function isDraft(value: unknown): value is Draft {
  if (!isRecord(value) || typeof value.at !== "number" || !isRecord(value.fields)) return false
  const { fields } = value
  const texts = Object.keys(fieldOf).every((name) => typeof fields[name] === "string")
  return texts && arePeople(fields.owner) && arePeople(fields.coworkers)
}
