"use client"

import { type ReactNode, useActionState, useState } from "react"
import { BulkBar, SaveBar } from "@/components/people/level-bars"
import { changesIn, effectOf } from "@/components/people/level-effects"
import {
  type LevelGroup,
  levelOrder,
  type MatrixWords,
} from "@/components/people/level-matrix-data"
import { LevelRow, matrixColumns } from "@/components/people/level-row"
import { Checkbox } from "@/components/ui/checkbox"
import { cx } from "@/components/ui/cx"
import { filled } from "@/components/ui/filled"
import { FormError } from "@/components/ui/form-error"
import { Input } from "@/components/ui/input"
import { Group } from "@/components/ui/list"
import { PageHead, type Tab } from "@/components/ui/page-head"
import { setLevelsAction } from "@/lib/people/level-actions"
import type { Level } from "@/lib/platform/actor"

/** Who may what among one's own people: a radio for each level, saved together or not at all. */
export function LevelMatrix({
  groups,
  words,
  head,
  foot,
}: {
  groups: LevelGroup[]
  words: MatrixWords
  head: { title: ReactNode; tabs?: Tab[]; tabsLabel?: string }
  foot?: ReactNode
}) {
  const [answer, submit, sending] = useActionState(setLevelsAction, null)
  const [wanted, setWanted] = useState<ReadonlyMap<number, Level>>(new Map())
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [typed, setTyped] = useState("")
  const changes = changesIn(groups, wanted)
  const fits = (text: string) => text.includes(typed.trim().toLowerCase())
  const rows = groups.flatMap((group) => group.rows)
  const open = rows.filter((row) => !row.own && fits(row.text))
  const failed = answer?.ok === false ? answer : undefined
  const set = (ids: Iterable<number>, level: Level) =>
    setWanted(new Map([...wanted, ...[...ids].map((id) => [id, level] as const)]))
  const choose = (ids: readonly number[], on: boolean) => {
    const next = new Set(chosen)
    for (const id of ids) on ? next.add(id) : next.delete(id)
    setChosen(next)
  }
  const standing = (id: number) => wanted.get(id) ?? rows.find((row) => row.id === id)?.level
  const all = levelOrder.find((level) => [...chosen].every((id) => standing(id) === level))
  return (
    <form action={submit} className="flex min-h-0 min-w-0 flex-1 flex-col">
      <PageHead {...head}>
        <Input
          type="search"
          aria-label={words.search}
          placeholder={words.search}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          className="needs-script w-45"
        />
      </PageHead>
      {failed && <FormError>{failed.message}</FormError>}
      <div className="min-h-0 flex-1 lg:overflow-y-auto">
        <MatrixColumns
          words={words}
          all={open.length > 0 && open.every((row) => chosen.has(row.id))}
          onAll={(on) =>
            choose(
              open.map((row) => row.id),
              on,
            )
          }
        />
        {groups.map(({ id, name, bare, rows: members }) => {
          const shown = members.filter((row) => fits(row.text))
          const lines = shown.map((row) => (
            <LevelRow
              key={row.id}
              row={row}
              level={wanted.get(row.id) ?? row.level}
              chosen={chosen.has(row.id)}
              words={words}
              onLevel={(level) => set([row.id], level)}
              onChoose={(on) => choose([row.id], on)}
            />
          ))
          if (shown.length === 0) return null
          return bare ? (
            <div key={id}>{lines}</div>
          ) : (
            <Group key={id} title={name} count={shown.length}>
              {lines}
            </Group>
          )
        })}
        {open.length === 0 && <p className="px-gutter py-4 text-control">{words.empty}</p>}
        {foot}
      </div>
      <div className="sticky bottom-0 bg-surface">
        {chosen.size > 0 && (
          <BulkBar
            count={chosen.size}
            all={all ?? null}
            words={words}
            onSet={(level) => set(chosen, level)}
            onClear={() => setChosen(new Set())}
          />
        )}
        <SaveBar
          count={changes.length}
          effect={effectOf(changes, words)}
          words={words}
          sending={sending}
          onCancel={() => setWanted(new Map())}
        />
        <p role="status" className="sr-only">
          {answer?.ok && changes.length === 0 && filled(words.saved, { count: answer.value })}
        </p>
      </div>
    </form>
  )
}

function MatrixColumns({
  words,
  all,
  onAll,
}: {
  words: MatrixWords
  all: boolean
  onAll: (on: boolean) => void
}) {
  return (
    <div
      className={cx(
        "h-13 items-start border-b border-line px-gutter pt-2.5 text-meta text-ink-2 max-md:hidden",
        matrixColumns,
      )}
    >
      <Checkbox
        aria-label={words.all}
        checked={all}
        className="needs-script mt-0.5"
        onChange={(event) => onAll(event.currentTarget.checked)}
      />
      <span />
      <span>{words.name}</span>
      <span>{words.post}</span>
      {levelOrder.map((level) => (
        <span key={level} className="text-center">
          <b className="block text-control text-ink">{words.levels[level]}</b>
          {words.notes[level]}
        </span>
      ))}
      <span className="text-right">{words.changed}</span>
    </div>
  )
}
