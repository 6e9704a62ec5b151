import type { IconName } from "@/components/ui/icon-names"

/** 收到 and 同意 stand as words; the rest are signs. */
export const reactionSigns: Readonly<Record<string, IconName>> = {
  thumbs_up: "thumbs-up",
  heart: "heart",
  laugh: "laugh",
  celebrate: "party-popper",
  eyes: "eye",
  thanks: "hand-heart",
}
