import { getTranslations } from "next-intl/server"
import { stateLook } from "@/components/shell/state-look"
import type { EditData } from "@/components/tasks/edit-panel"
import { pickWords } from "@/components/tasks/pick-words"
import { askSupportWords } from "@/components/tasks/task-support"
import { updateWords } from "@/components/tasks/update-words"
import { priorities } from "@/db/schema/tasks"
import { duePicks } from "@/lib/tasks/choices"
import { stateOrder } from "@/lib/tasks/order"

/** Choices and words for changing a row where it stands. */
export async function editData(): Promise<EditData> {
  const [t, edit, bulk, states, picks, pick, update, support] = await Promise.all([
    getTranslations("tasks"),
    getTranslations("tasks.editRow"),
    getTranslations("tasks.bulk"),
    getTranslations("states"),
    duePicks(),
    pickWords(),
    updateWords(),
    askSupportWords(),
  ])
  return {
    states: stateOrder.map((value) => ({
      value,
      label: states(value),
      icon: stateLook[value].icon,
      tone: stateLook[value].tone,
    })),
    priorities: priorities.map((value) => ({
      ...{ value, label: states(value) },
      ...{ icon: `priority-${value}` as const, tone: "quiet" as const },
    })),
    picks: picks.map(({ name, time, value }) => ({ value, label: t(`picks.${name}`, { time }) })),
    ...{ pick, update, support },
    words: {
      progress: update.send,
      updated: t.raw("updates.done"),
      state: edit("state"),
      priority: edit("priority"),
      owner: edit("owner"),
      due: edit("due"),
      of: edit.raw("of"),
      apply: edit("apply"),
      reason: bulk("reason"),
      dueField: bulk("due"),
      ownerField: bulk("owner"),
      picks: t("picks.label"),
      changed: bulk.raw("changed"),
      left: bulk.raw("left"),
      undo: bulk("undo"),
      undone: bulk("undone"),
    },
  }
}
