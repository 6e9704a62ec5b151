import { z } from "zod"
import { keepSealed } from "@/lib/platform/browser-cookies"
import { secondCookie } from "./browser"

const shape = z.object({
  personId: z.number(),
  against: z.string(),
  login: z.string(),
  next: z.string(),
})

type Kept = z.output<typeof shape>

/** Five minutes to look for the phone. */
const seconds = 300

/** The browser keeps who is half-way in, sealed: nothing of it can be read or made up. */
export const keepHalfWay = (half: Kept) =>
  keepSealed(secondCookie, half, { maxAge: seconds, path: "/login" })

export const halfWay = (kept: unknown): Kept | null => shape.safeParse(kept).data ?? null
