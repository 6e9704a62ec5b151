/** What a colour says; the same words everywhere. */
export type Tone = "quiet" | "accent" | "doing" | "support" | "done" | "cinnabar" | "outside"

export const toneText = {
  quiet: "text-ink-3",
  accent: "text-accent-ink",
  doing: "text-doing",
  support: "text-support",
  done: "text-done",
  cinnabar: "text-cinnabar-ink",
  outside: "text-outside",
} satisfies Record<Tone, string>

export const toneWash = {
  quiet: "bg-sunken",
  accent: "bg-accent-wash",
  doing: "bg-doing-wash",
  support: "bg-support-wash",
  done: "bg-done-wash",
  cinnabar: "bg-cinnabar-wash",
  outside: "bg-outside-wash",
} satisfies Record<Tone, string>

export const toneBar = {
  quiet: "bg-ink-3",
  accent: "bg-accent",
  doing: "bg-doing",
  support: "bg-support",
  done: "bg-done",
  cinnabar: "bg-cinnabar-ink",
  outside: "bg-outside",
} satisfies Record<Tone, string>
