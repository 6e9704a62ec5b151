import type { CSSProperties } from "react"
import { faceHue, faceText } from "@/components/ui/face-name"
import type { Locale } from "@/lib/platform/actor"
import { enumerated } from "@/lib/platform/enumerated"

export type Person = {
  id: number | string
  name: string
  /** The number of the picture's file; the name stands where there is none. */
  face?: number | null
}

/** A picture never changes under its number. */
export const faceAddress = (file: number): string => `/files/${file}`
type FaceSize = 20 | 24 | 28 | 32 | 40 | 48

const sizes = {
  20: "size-5 text-key",
  24: "size-6 text-meta",
  28: "size-7 text-meta",
  32: "size-8 text-meta",
  40: "size-10 text-ui",
  48: "size-12 text-panel",
} satisfies Record<FaceSize, string>

/** `named` says the name aloud, for faces that stand without it. */
export function Face({
  person,
  size = 24,
  named = false,
}: {
  person: Person
  size?: FaceSize
  named?: boolean
}) {
  const style: CSSProperties & { "--face-h": number } = { "--face-h": faceHue(person.id) }
  return (
    <span
      className={`face one-word inline-grid flex-none place-items-center rounded-full font-normal leading-none text-ink-2 ${sizes[size]}`}
      style={style}
      {...(named
        ? { role: "img", "aria-label": person.name, title: person.name }
        : { "aria-hidden": true })}
    >
      {person.face ? (
        // The tile keeps its place and colour until the picture is there.
        // biome-ignore lint/performance/noImgElement: 256 px of WebP need no other sizes
        <img
          src={faceAddress(person.face)}
          alt=""
          loading="lazy"
          className="size-full rounded-full object-cover"
        />
      ) : (
        faceText(person.name, size < 28 ? 1 : 2)
      )}
    </span>
  )
}

/** Two apart, never over one another: half a 汉字 can't be read. */
export function Faces({
  people,
  locale,
  size = 20,
  most = 3,
}: {
  people: Person[]
  /** In whose way the names behind the count stand. */
  locale: Locale
  size?: 20 | 24
  most?: number
}) {
  const shown = people.length > most ? people.slice(0, most - 1) : people
  const rest = people.slice(shown.length)
  const names = enumerated(
    rest.map(({ name }) => name),
    locale,
  )
  return (
    <span className="inline-flex items-center gap-0.5">
      {shown.map((person) => (
        <Face key={person.id} person={person} size={size} named />
      ))}
      {rest.length > 0 && (
        <span role="img" aria-label={names} title={names} className="px-0.5 text-meta text-ink-3">
          +{rest.length}
        </span>
      )}
    </span>
  )
}

/** A face with its name beside it. */
export function NamedFace({ person, size = 20 }: { person: Person; size?: 20 | 24 | 28 }) {
  return (
    <span className="inline-flex min-w-0 items-center gap-2">
      <Face person={person} size={size} />
      <span className="one-word truncate">{person.name}</span>
    </span>
  )
}
