"use client"

import { type RefObject, useRef, useState } from "react"
import { filled } from "@/components/ui/filled"
import { Icon } from "@/components/ui/icon"

interface Mark {
  id: number
  seconds: number
  number: number
  title: string
}

type Player = HTMLAudioElement | HTMLVideoElement

/** The browser's own player, and the topics as ways into it: links, with a script or without. */
export function RecordingPlayer({
  src,
  video,
  label,
  marks,
  words,
}: {
  src: string
  video: boolean
  label: string
  marks: readonly Mark[]
  words: { from: string; broken: string; download: string }
}) {
  const player = useRef<Player>(null)
  const [at, setAt] = useState(0)
  const [broken, setBroken] = useState(false)
  const current = marks.findLast(({ seconds }) => seconds <= at)
  return (
    <>
      <Media player={player} video={video} src={src} label={label} heard={setAt} fail={setBroken} />
      {broken && (
        <p role="alert" className="mt-1 text-meta text-support">
          {words.broken}{" "}
          <a href={src} download className="link">
            {words.download}
          </a>
        </p>
      )}
      <ol className="mt-1">
        {marks.map((mark) => (
          <li key={mark.id} className="border-b border-line-soft">
            <a
              href={`${src}#t=${mark.seconds}`}
              aria-label={filled(words.from, { n: mark.number, title: mark.title })}
              aria-current={mark.id === current?.id && at > 0 ? "true" : undefined}
              className="flex min-h-9 items-center gap-2 text-control hover:bg-hover aria-[current]:font-semibold max-md:min-h-11"
              onClick={(event) => {
                if (!player.current) return
                event.preventDefault()
                player.current.currentTime = mark.seconds
                setAt(mark.seconds)
                void player.current.play().catch(() => {})
              }}
            >
              <Icon name="play" size={14} className="text-ink-3" />
              <span className="text-meta text-ink-2 tabular-nums">{clockAt(mark.seconds)}</span>
              <span className="min-w-0 truncate">{mark.title}</span>
            </a>
          </li>
        ))}
      </ol>
    </>
  )
}

function Media({
  player,
  video,
  src,
  label,
  heard,
  fail,
}: {
  player: RefObject<Player | null>
  video: boolean
  src: string
  label: string
  heard: (seconds: number) => void
  fail: (broken: boolean) => void
}) {
  const given = {
    ...{ src, controls: true, preload: "metadata", "aria-label": label },
    onTimeUpdate: (event: { currentTarget: Player }) => heard(event.currentTarget.currentTime),
    onError: () => fail(true),
  } as const
  const keep = (element: Player | null) => {
    player.current = element
  }
  // Nobody writes captions for a meeting: the minutes beside it say what was said.
  return video ? (
    <video ref={keep} {...given} className="aspect-video w-full max-w-180 bg-black" />
  ) : (
    <audio ref={keep} {...given} className="w-full max-w-180" />
  )
}

/** `04:31`, `1:04:31`. */
function clockAt(seconds: number): string {
  const two = (part: number) => String(part).padStart(2, "0")
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)]
  return `${hours > 0 ? `${hours}:` : ""}${two(minutes)}:${two(seconds % 60)}`
}
