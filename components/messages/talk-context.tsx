"use client"

import { createContext, type ReactNode, useContext } from "react"
import type { WritingHelp } from "@/components/ui/use-writing"
import type { PersonShown } from "@/lib/messages/view"
import type { TalkWords } from "@/lib/messages/words-talk"
import type { StopWords } from "@/lib/outward/words-stop"

/** What the parts of one conversation have to know. */
export interface TalkSetting {
  group: {
    id: number
    kind: string
    name: string
    /** Everybody in it, oneself included. */
    size: number
    archived: boolean
    ordinaryMinutes: number
    urgentMinutes: number
  }
  me: PersonShown
  manages: boolean
  changeMinutes: number
  locale: "zh" | "en"
  timeZone: string
  words: TalkWords
  /** What stops on its way to outsiders. */
  stop: StopWords
  /** What states of records are called, by code. */
  states: Readonly<Record<string, string>>
  help: WritingHelp
  /** When the page was made, in milliseconds. */
  now: number
  /** Until when an ordinary message sent now is answered. */
  answeredBy: string
}

const Setting = createContext<TalkSetting | null>(null)

export const TalkProvider = ({
  setting,
  children,
}: {
  setting: TalkSetting
  children: ReactNode
}) => <Setting value={setting}>{children}</Setting>

export function useTalkSetting(): TalkSetting {
  const setting = useContext(Setting)
  if (!setting) throw new Error("a part of a conversation stands outside of one")
  return setting
}
