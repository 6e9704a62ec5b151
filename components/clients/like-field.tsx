"use client"

import { useEffect, useRef, useState } from "react"
import type { ClientFormData } from "@/components/clients/client-fields"
import { Banner } from "@/components/ui/banner"
import { InputField } from "@/components/ui/input"
import { findLikeClients } from "@/lib/clients/reading"

type Found = Awaited<ReturnType<typeof findLikeClients>>

const pause = 350

/** The name, and what is there already and likely the same, while it is typed. */
export function LikeField({
  data: { known, words, start },
  error,
  typed,
}: {
  data: ClientFormData
  error?: string | undefined
  typed?: string | undefined
}) {
  const [found, setFound] = useState<Found>([])
  const place = useRef<HTMLDivElement>(null)
  const but = known?.id ?? 0
  useEffect(() => {
    const form = place.current?.closest("form")
    if (!form) return
    let wait: ReturnType<typeof setTimeout> | undefined
    let asked = 0
    const look = async () => {
      const of = (name: string) => String(new FormData(form).get(name) ?? "")
      const turn = ++asked
      const [name, shortName] = [of("name").slice(0, 120), of("shortName").slice(0, 40)]
      const creditCode = of("creditCode").slice(0, 40)
      const like = await findLikeClients({ name, shortName, creditCode, but })
      if (turn === asked) setFound(like)
    }
    const changed = (event: Event) => {
      const field = event.target instanceof HTMLInputElement ? event.target.name : ""
      if (!["name", "shortName", "creditCode"].includes(field)) return
      clearTimeout(wait)
      wait = setTimeout(look, pause)
    }
    form.addEventListener("input", changed)
    return () => {
      clearTimeout(wait)
      form.removeEventListener("input", changed)
    }
  }, [but])
  return (
    <div ref={place} className="md:col-span-2">
      <InputField
        name="name"
        label={words.name}
        error={error}
        defaultValue={typed ?? start.name}
        required
        maxLength={120}
        autoComplete="off"
        // The dialog opens for this field.
        autoFocus
        inputClassName="h-10 text-panel"
      />
      {found.length > 0 && (
        <Banner live className="mt-2">
          <p className="font-semibold text-ink">{words.like}</p>
          <ul>
            {found.map((client) => (
              <li key={client.id} className="flex flex-wrap gap-x-2">
                <a href={`/clients/${client.id}`} target="_blank" rel="noreferrer" className="link">
                  {client.name}
                </a>
                <span>{words.likeOwner.replace("{owner}", client.owner)}</span>
                {client.sameCode && <span className="text-support">{words.likeCode}</span>}
              </li>
            ))}
          </ul>
        </Banner>
      )}
    </div>
  )
}
