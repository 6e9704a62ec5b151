"use client"

import { type ComponentProps, type KeyboardEvent, useState } from "react"
import { cx } from "@/components/ui/cx"
import { Field, type FieldWords } from "@/components/ui/field"
import { Icon } from "@/components/ui/icon"

export type PasswordWords = { show: string; hide: string; capsLock: string }

/** A password field that can show itself and says when caps lock is on. */
export function PasswordBox({
  label,
  error,
  aside,
  id,
  className,
  words,
  tall = false,
  ...rest
}: FieldWords & { words: PasswordWords; tall?: boolean } & Omit<ComponentProps<"input">, "type">) {
  const [shown, setShown] = useState(false)
  const [caps, setCaps] = useState(false)
  const look = (event: KeyboardEvent) => setCaps(event.getModifierState("CapsLock"))
  return (
    <Field {...{ label, error, aside, id, className }}>
      {(wiring) => (
        <>
          <span className="relative block">
            <input
              {...rest}
              {...wiring}
              type={shown ? "text" : "password"}
              onKeyDown={look}
              onKeyUp={look}
              onBlur={() => setCaps(false)}
              className={cx(
                "field-box w-full min-w-0 pr-10 pl-3",
                tall ? "h-10 text-ui max-md:h-11" : "h-field",
              )}
            />
            <button
              type="button"
              aria-label={shown ? words.hide : words.show}
              aria-pressed={shown}
              onClick={() => setShown(!shown)}
              className="needs-script absolute inset-y-0 right-0 grid w-10 place-items-center rounded-field text-ink-2 hover:text-ink"
            >
              <Icon name={shown ? "eye-off" : "eye"} />
            </button>
          </span>
          <span role="status" className="block">
            {caps && (
              <span className="mt-1 flex items-center gap-1 text-meta text-support">
                <Icon name="arrow-big-up" size={12} />
                {words.capsLock}
              </span>
            )}
          </span>
        </>
      )}
    </Field>
  )
}
