import { talkEn } from "./words-talk-en"
import { talkZh } from "./words-talk-zh"

type Sentences<T> = {
  readonly [Key in keyof T]: T[Key] extends string ? string : Sentences<T[Key]>
}

/** What a conversation says on the screen; sent to the browser as it is, with {places}. */
export type TalkWords = Sentences<typeof talkZh>

export const talkWords = { zh: { talk: talkZh }, en: { talk: talkEn } }
