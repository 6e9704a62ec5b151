import {
  type LevelGroup,
  type LevelRow,
  levelOrder,
  type MatrixWords,
} from "@/components/people/level-matrix-data"
import { filled } from "@/components/ui/filled"
import type { Level } from "@/lib/platform/actor"

export type Wanted = ReadonlyMap<number, Level>

export interface Change {
  row: LevelRow
  department: string
  to: Level
}

/** What would be different after saving. */
export const changesIn = (groups: readonly LevelGroup[], wanted: Wanted): Change[] =>
  groups.flatMap(({ name, rows }) =>
    rows.flatMap((row) => {
      const to = wanted.get(row.id)
      return to && to !== row.level ? [{ row, department: name, to }] : []
    }),
  )

const rank = (level: Level): number => levelOrder.indexOf(level)

/** What saving will cause, in a sentence. */
export function effectOf(changes: readonly Change[], words: MatrixWords): string {
  const raised = changes.filter(({ row, to }) => rank(to) > rank(row.level))
  const lowered = changes.filter(({ row, to }) => rank(to) < rank(row.level))
  const named = (level: Level) => changes.filter(({ to }) => to === level)
  const said = (sentence: string, of: readonly Change[]) =>
    of.length === 0
      ? []
      : [
          filled(sentence, {
            count: of.length,
            names: of.map(({ row }) => row.name).join(words.comma),
            departments: [...new Set(of.map(({ department }) => department))].join(words.comma),
          }),
        ]
  const parts = [
    ...said(words.raised, raised),
    ...said(words.lowered, lowered),
    ...said(words.becomesAdmin, named("admin")),
    ...said(words.becomesView, named("view")),
  ]
  return parts.join(words.and) + words.stop
}
