"use client"

import { type RefObject, startTransition, useEffect, useRef, useState } from "react"
import { registerShortcut } from "@/components/shell/shortcuts"
import { type EditData, EditPanel, type Field, fields } from "@/components/tasks/edit-panel"
import { filled } from "@/components/ui/filled"
import { toast } from "@/components/ui/toast"
import { changeTasksAction, restoreTasksAction } from "@/lib/tasks/actions"

interface Place {
  id: number
  name: string
  field: Field
  progress: number
  /** Of the row on the screen, in px. */
  top: number
  bottom: number
  left: number
}

/**
 * Changes a row's progress, state, priority, owner or due time in the list: by key, or by pressing
 * its cell.
 */
export function InlineEdit({ data, group }: { data: EditData; group: string }) {
  const [place, setPlace] = useState<Place | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const { words } = data

  usePlacing(data, group, box, setPlace)

  const close = () => {
    const id = place?.id
    setPlace(null)
    document.querySelector<HTMLElement>(`[data-key="task:${id}"] [data-open]`)?.focus()
  }
  const change = (changes: Record<string, string>) => {
    if (!place) return
    const { id } = place
    startTransition(async () => {
      const answer = await changeTasksAction({ tasks: [id], ...changes })
      if (!answer.ok) return toast(Object.values(answer.fields ?? {})[0] ?? answer.message)
      const { changed, left, before } = answer.value
      toast(filled(left > 0 ? words.left : words.changed, { changed, left }), {
        label: words.undo,
        run: () =>
          startTransition(async () => {
            const back = await restoreTasksAction({ before, reason: words.undone })
            if (!back.ok) toast(back.message)
          }),
      })
    })
    close()
  }
  const updated = () => {
    toast(filled(words.updated, { name: place?.name ?? "" }))
    close()
  }
  if (!place) return null
  const below = place.bottom < window.innerHeight - 320
  return (
    <div
      ref={box}
      role="dialog"
      aria-label={filled(words.of, { field: words[place.field], name: place.name })}
      className="fixed z-30 w-76 animate-rise rounded-box border border-line bg-raised shadow-raised max-md:inset-x-2 max-md:w-auto"
      style={{
        left: place.left,
        ...(below ? { top: place.bottom + 2 } : { bottom: window.innerHeight - place.top + 2 }),
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return
        event.preventDefault()
        close()
      }}
    >
      <EditPanel
        key={`${place.id} ${place.field}`}
        field={place.field}
        data={data}
        task={place}
        onField={(field) => setPlace({ ...place, field })}
        onChange={change}
        onDone={updated}
      />
    </div>
  )
}

/** A row's field is chosen by key, or by pressing its cell; pressing elsewhere lets it go. */
function usePlacing(
  { words }: EditData,
  group: string,
  box: RefObject<HTMLElement | null>,
  setPlace: (place: Place | null) => void,
) {
  useEffect(() => {
    const undo = fields.map(({ field, key }) =>
      registerShortcut({
        ...{ keys: key, label: words[field], group },
        run: () => {
          const row = document.querySelector<HTMLElement>("[data-row]:focus-within")
          if (row) setPlace(placeOf(row, field, row.querySelector(".name") ?? row))
        },
      }),
    )
    const onClick = (event: MouseEvent) => {
      if (!(event.target instanceof Element)) return
      const cell = event.target.closest<HTMLElement>("[data-edit]")
      const row = cell?.closest<HTMLElement>("[data-row]")
      const field = fields.find((one) => one.field === cell?.dataset.edit)?.field
      if (row && cell && field) setPlace(placeOf(row, field, cell))
      else if (!box.current?.contains(event.target)) setPlace(null)
    }
    document.addEventListener("click", onClick)
    return () => {
      document.removeEventListener("click", onClick)
      for (const run of undo) run()
    }
  }, [words, group, box, setPlace])
}

function placeOf(row: HTMLElement, field: Field, cell: Element): Place {
  const { top, bottom } = row.getBoundingClientRect()
  const left = Math.min(cell.getBoundingClientRect().left, window.innerWidth - 320)
  const link = row.querySelector("[data-open]")
  const id = Number(row.dataset.key?.split(":")[1])
  const progress = Number(/(\d+)%/.exec(row.querySelector(".way")?.textContent ?? "")?.[1] ?? 0)
  return {
    id,
    field,
    progress,
    top,
    bottom,
    left: Math.max(8, left),
    name: link?.textContent ?? "",
  }
}
