import { getTranslations } from "next-intl/server"
import { stateLook } from "@/components/shell/state-look"
import { type BoardCard, BoardLanes } from "@/components/tasks/board-lanes"
import { rowWords } from "@/components/tasks/row-words"
import { addressOf } from "@/components/tasks/task-address"
import { askSupportWords } from "@/components/tasks/task-support"
import { KeyFooter } from "@/components/ui/key-footer"
import { bounds } from "@/lib/calendar/bounds"
import type { PersonActor } from "@/lib/platform/actor"
import { boardOf } from "@/lib/tasks/board"
import type { TaskFilter } from "@/lib/tasks/inputs"
import type { TaskListRow } from "@/lib/tasks/queries"

/** 看板: a lane for each state; a card is carried from one to another. */
export async function Board({ actor, filter }: { actor: PersonActor; filter: TaskFilter }) {
  const [t, states, words, support, lanes] = await Promise.all([
    getTranslations("tasks.board"),
    getTranslations("states"),
    rowWords(),
    askSupportWords(),
    boardOf(actor, filter, await bounds()),
  ])
  return (
    <>
      <BoardLanes
        lanes={lanes.map(({ state, rows, more }) => ({
          state,
          label: states(state),
          ...stateLook[state],
          cards: rows.map((row) => cardOf(row, words)),
          more: more ? addressOf({ ...filter, as: "list", state }) : null,
        }))}
        words={{
          ...support,
          more: t("more"),
          empty: t("empty"),
          moved: t.raw("moved"),
          undo: t("undo"),
          lifted: t.raw("lifted"),
          dropped: t("dropped"),
          letGo: t.raw("letGo"),
          tells: t("tells"),
          high: words.high,
          progress: words.progress,
          locale: words.locale,
        }}
      />
      <KeyFooter
        keys={[
          { keys: ["H", "J", "K", "L"], word: t("columns") },
          { keys: ["Space"], word: t("preview") },
          { keys: ["S"], word: t("change") },
          { keys: ["Esc"], word: t("cancel") },
        ]}
      />
    </>
  )
}

function cardOf(row: TaskListRow, words: Awaited<ReturnType<typeof rowWords>>): BoardCard {
  const at = row.state === "done" ? row.doneAt : row.dueAt
  return {
    id: row.id,
    name: row.name,
    state: row.state,
    high: row.priority === "high",
    home: row.group ?? row.department ?? "",
    missing: row.state === "need_support" ? row.support || row.risk : "",
    support: row.support,
    progress: row.progress,
    overdue: row.overdue,
    due: at ? (row.overdue ? words.overdue(-words.daysAway(at)) : words.moment(at)) : "",
    people: [{ id: row.ownerId, name: row.ownerName, face: row.ownerFace }, ...row.coworkers],
  }
}
