import type { Level } from "@/lib/platform/actor"

export interface LevelRow {
  id: number
  name: string
  face: number | null
  post: string
  level: Level
  when: string
  /** One's own row is disabled, and says who decides. */
  own: boolean
  /** What the search finds it by. */
  text: string
}

export interface LevelGroup {
  id: number
  name: string
  /** Without a head: those who belong to the chosen department itself. */
  bare: boolean
  rows: LevelRow[]
}

export const levelOrder = ["view", "edit", "admin"] as const satisfies readonly Level[]

export interface MatrixWords {
  levels: Record<Level, string>
  notes: Record<Level, string>
  search: string
  name: string
  post: string
  changed: string
  all: string
  choose: string
  levelOf: string
  was: string
  chosen: string
  setAll: string
  clear: string
  unsaved: string
  raised: string
  lowered: string
  becomesAdmin: string
  becomesView: string
  comma: string
  and: string
  stop: string
  reason: string
  reasonHint: string
  save: string
  cancel: string
  saved: string
  empty: string
}
