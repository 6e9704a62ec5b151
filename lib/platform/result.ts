import type { RefusalCode } from "./refusal"

/** What an action answers. The message says what to do next. */
export type Result<T> =
  | { ok: true; value: T }
  | {
      ok: false
      code: RefusalCode | "bug"
      message: string
      fields?: Record<string, string>
      /** For a conflict: what stands there now. */
      current?: unknown
      /** For a bug: what to tell support. */
      requestId?: string
      /** What was typed, so that a form without JavaScript keeps it. */
      typed?: Record<string, string>
    }
