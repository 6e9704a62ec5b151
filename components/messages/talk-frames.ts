import type { MessageView } from "@/lib/messages/view"

/** What arrives whole; the server's `whole.ts` and `telling.ts` say so. */
export interface Arrived {
  message: MessageView
  /** What begins its thread, with its new number of answers. */
  root?: MessageView
  fresh: boolean
}

export interface Typist {
  id: number
  name: string
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null

const isMessage = (value: unknown): value is MessageView =>
  isRecord(value) &&
  typeof value.id === "number" &&
  typeof value.seq === "number" &&
  typeof value.html === "string" &&
  isRecord(value.author)

const isArrived = (data: unknown): data is Arrived =>
  isRecord(data) && isMessage(data.message) && (data.root === undefined || isMessage(data.root))

/** How far reading moved in the stream, or in the thread that a message begins. */
export interface Move {
  threadId: number | null
  from: number
  to: number
}

const isMove = (move: unknown): move is Move =>
  isRecord(move) &&
  (move.threadId === null || typeof move.threadId === "number") &&
  typeof move.from === "number" &&
  typeof move.to === "number"

const isReading = (data: unknown): data is { moves: Move[] } =>
  isRecord(data) && Array.isArray(data.moves) && data.moves.every(isMove)

const isTyping = (data: unknown): data is { person: Typist } =>
  isRecord(data) &&
  isRecord(data.person) &&
  typeof data.person.id === "number" &&
  typeof data.person.name === "string"

const isPresence = (data: unknown): data is { person: Typist; left: boolean } =>
  isRecord(data) && typeof data.left === "boolean" && isTyping(data)

/** Who wants to hear what arrives whole. */
interface Hearers {
  message(news: Arrived): void
  reading(moves: readonly Move[]): void
  typing(person: Typist): void
  here(person: Typist, left: boolean): void
}

/** Hands a frame to who hears of its kind; what looks otherwise is left aside. */
export function readFrame({ name, data }: { name: string; data: unknown }, to: Hearers): void {
  if (name === "message" && isArrived(data)) to.message(data)
  if (name === "reading" && isReading(data)) to.reading(data.moves)
  if (name === "typing" && isTyping(data)) to.typing(data.person)
  if (name === "here" && isPresence(data)) to.here(data.person, data.left)
}
