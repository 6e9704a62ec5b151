import { writingNow } from "@/lib/meetings/writers"

/** Somebody is in a row of the minutes: told to who looks on, kept nowhere. */
export const POST = writingNow
