"use client"

import { type ReactNode, useActionState } from "react"
import { BulkBar, SaveBar } from "@/components/people/level-bars"
import { effectOf } from "@/components/people/level-effects"
import {
  type LevelGroup,
  levelOrder,
  type MatrixWords,
} from "@/components/people/level-matrix-data"
import { LevelRow, matrixColumns } from "@/components/people/level-row"
import { type Matrix, useLevelMatrix } from "@/components/people/use-level-matrix"
import { Checkbox } from "@/components/ui/checkbox"
import { cx } from "@/components/ui/cx"
import { filled } from "@/components/ui/filled"
import { FormError } from "@/components/ui/form-error"
import { Input } from "@/components/ui/input"
import { Group } from "@/components/ui/list"
import { PageHead, type Tab } from "@/components/ui/page-head"
import { setLevelsAction } from "@/lib/people/level-actions"

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
  const matrix = useLevelMatrix(groups)
  const { changes, chosen, shown } = matrix
  return (
    <form
      action={submit}
      // React would set every radio back to what it first stood at, saved or not.
      onReset={(event) => event.preventDefault()}
      className="flex min-h-0 min-w-0 flex-1 flex-col"
    >
      <PageHead {...head}>
        <Input
          type="search"
          aria-label={words.search}
          placeholder={words.search}
          value={matrix.typed}
          onChange={(event) => matrix.type(event.currentTarget.value)}
          className="needs-script w-45 max-md:w-[calc(100dvw-2*var(--spacing-gutter))]"
        />
      </PageHead>
      {answer?.ok === false && <FormError>{answer.message}</FormError>}
      <div className="min-h-0 flex-1 lg:overflow-y-auto">
        <MatrixColumns words={words} all={matrix.all} onAll={matrix.chooseAll} />
        {shown.map((group) => (
          <MatrixGroup key={group.id} group={group} matrix={matrix} words={words} />
        ))}
        {shown.length === 0 && <p className="px-gutter py-4 text-control">{words.empty}</p>}
        {foot}
      </div>
      <div className="sticky bottom-0 bg-surface">
        {chosen.size > 0 && (
          <BulkBar
            count={chosen.size}
            all={matrix.common}
            words={words}
            onSet={(level) => matrix.set(chosen, level)}
            onClear={() => matrix.chooseAll(false)}
          />
        )}
        <SaveBar
          key={changes.length === 0 ? "nothing" : "something"}
          count={changes.length}
          effect={effectOf(changes, words)}
          words={words}
          sending={sending}
          onCancel={matrix.undo}
        />
        <div role="status">
          {answer?.ok && changes.length === 0 && (
            <p className="border-t border-line px-gutter py-2.5 text-control text-done">
              {filled(words.saved, { count: answer.value })}
            </p>
          )}
        </div>
      </div>
    </form>
  )
}

function MatrixGroup({
  group: { name, bare, rows },
  matrix,
  words,
}: {
  group: LevelGroup
  matrix: Matrix
  words: MatrixWords
}) {
  const lines = rows.map((row) => (
    <LevelRow
      key={row.id}
      row={row}
      level={matrix.wanted.get(row.id) ?? row.level}
      chosen={matrix.chosen.has(row.id)}
      words={words}
      onLevel={(level) => matrix.set([row.id], level)}
      onChoose={(on) => matrix.choose([row.id], on)}
    />
  ))
  return bare ? (
    <div>{lines}</div>
  ) : (
    <Group title={name} count={rows.length}>
      {lines}
    </Group>
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
        "sticky top-0 z-10 h-13 items-start border-b border-line bg-surface px-gutter pt-2.5 text-meta text-ink-2 max-md:hidden",
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
      <span className="max-xl:hidden">{words.post}</span>
      {levelOrder.map((level) => (
        <span key={level} className="text-center">
          <b className="-mx-3 block text-control whitespace-nowrap text-ink">
            {words.levels[level]}
          </b>
          {words.notes[level]}
        </span>
      ))}
      <span className="text-right">{words.changed}</span>
    </div>
  )
}
