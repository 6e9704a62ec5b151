"use client"

import { ConfirmStep } from "@/components/people/confirm-step"
import { usePreviewed } from "@/components/people/use-previewed"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { Face } from "@/components/ui/face"
import { FieldError } from "@/components/ui/field"
import { FormError } from "@/components/ui/form-error"
import { Options } from "@/components/ui/options"
import { Select } from "@/components/ui/select"
import { movePeopleAction } from "@/lib/people/department-actions"

interface Member {
  id: number
  name: string
  face: number | null
  about: string
  label: string
  /** Not this person's to move: themselves, or an administrator where HR looks. */
  fixed: boolean
}

/** The people of a department, to be put into another one. */
export function MovePeople({
  members,
  targets,
  words,
}: {
  members: Member[]
  targets: { value: number; label: string }[]
  words: {
    to: string
    move: string
    moved: string
    confirm: { before: string; confirm: string; back: string }
  }
}) {
  const { submit, sending, preview, failed, done, back } = usePreviewed(movePeopleAction)
  if (preview)
    return <ConfirmStep {...preview} {...{ submit, sending, words: words.confirm, onBack: back }} />
  return (
    <form action={submit}>
      {failed && !failed.fields && <FormError>{failed.message}</FormError>}
      <ul>
        {members.map(({ id, name, face, about, label, fixed }) => (
          <li key={id} className="border-b border-line-soft">
            <label
              htmlFor={`member-${id}`}
              className="grid min-h-9.5 grid-cols-[14px_24px_minmax(80px,120px)_minmax(0,1fr)] items-center gap-x-3 max-md:min-h-12"
            >
              <Checkbox
                id={`member-${id}`}
                name="people[]"
                value={id}
                aria-label={label}
                disabled={fixed}
              />
              <Face person={{ id, name, face }} size={24} />
              <span className="one-word truncate text-ui">{name}</span>
              <span className="truncate text-meta text-ink-2">{about}</span>
            </label>
          </li>
        ))}
      </ul>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <label htmlFor="move-to" className="text-control text-ink-2">
          {words.to}
        </label>
        <span className="w-60 max-w-full">
          <Select id="move-to" name="to">
            <Options of={targets} />
          </Select>
        </span>
        <Button type="submit" size="m" disabled={sending}>
          {words.move}
        </Button>
        <span role="status" className="text-control text-done">
          {done && !sending && words.moved}
        </span>
      </div>
      {failed?.fields && <FieldError>{Object.values(failed.fields)[0]}</FieldError>}
    </form>
  )
}
