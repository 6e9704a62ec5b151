import type { PickerWords } from "@/components/ui/people-picker"
import type { WritingHelp } from "@/components/ui/use-writing"
import type { words } from "@/lib/meetings/words"

export interface PointData {
  id: number
  version: number
  text: string
  /** As `writtenSpeaker` writes it. */
  speaker: string
}

export interface SpeakerOption {
  value: string
  label: string
}

export interface ResolutionData {
  id: number
  version: number
  text: string
  owner: { id: number; name: string; face?: number | null } | null
  /** In company time, as the browser's field has it. */
  due: string
  /** Struck out: it goes when the correction is published. */
  withdrawn: boolean
}

export type EditorWords = (typeof words)["zh"]["live"] & { pick: PickerWords }

/** What every row of the editor is given. */
export interface RowGiven {
  meeting: number
  /** Who looks on: one's own typing is no news. */
  me: number
  help: WritingHelp
  words: EditorWords
  mayWrite: boolean
}
