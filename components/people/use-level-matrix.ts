"use client"

import { useState } from "react"
import { changesIn } from "@/components/people/level-effects"
import { type LevelGroup, levelOrder } from "@/components/people/level-matrix-data"
import type { Level } from "@/lib/platform/actor"

/** What stands in the matrix before it is saved: levels wanted, people selected, what is looked for. */
export function useLevelMatrix(groups: readonly LevelGroup[]) {
  const [wanted, setWanted] = useState<ReadonlyMap<number, Level>>(new Map())
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [typed, type] = useState("")
  const looked = typed.trim().toLowerCase()
  const shown = groups
    .map((group) => ({ ...group, rows: group.rows.filter(({ text }) => text.includes(looked)) }))
    .filter(({ rows }) => rows.length > 0)
  const open = shown.flatMap(({ rows }) => rows.filter(({ own }) => !own).map(({ id }) => id))
  const now = new Map(groups.flatMap(({ rows }) => rows.map(({ id, level }) => [id, level])))
  const standing = (id: number) => wanted.get(id) ?? now.get(id)
  return {
    typed,
    type,
    shown,
    chosen,
    changes: changesIn(groups, wanted),
    all: open.length > 0 && open.every((id) => chosen.has(id)),
    /** The level that everybody selected would have. */
    common: levelOrder.find((level) => [...chosen].every((id) => standing(id) === level)) ?? null,
    set: (ids: Iterable<number>, level: Level) =>
      setWanted(new Map([...wanted, ...[...ids].map((id) => [id, level] as const)])),
    undo: () => setWanted(new Map()),
    choose: (ids: readonly number[], on: boolean) =>
      setChosen(new Set(on ? [...chosen, ...ids] : [...chosen].filter((id) => !ids.includes(id)))),
    chooseAll: (on: boolean) => setChosen(new Set(on ? open : [])),
    wanted,
  }
}

export type Matrix = ReturnType<typeof useLevelMatrix>
