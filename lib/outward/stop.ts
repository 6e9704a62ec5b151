import type { ScreenedFile } from "@/lib/platform/screening/file-finds"
import { unreadStates } from "@/lib/platform/screening/file-states"
import type { Find } from "@/lib/platform/screening/kinds"

/** What was found in a text and in the files that go with it. */
export interface Found {
  finds: readonly Find[]
  /** One of the company's expressions took too long: something wasn't looked at. */
  unchecked: boolean
  /** Files with finds, and files that couldn't be read. */
  files: readonly ScreenedFile[]
}

/** What a page gets to show of a stop: kinds and places, in UTF-16 units of what was sent. */
export interface Stop extends Found {
  /** May let it out themselves. */
  cleared: boolean
  /** Keeps the company's rules: may say that a find is none from now on. */
  administers: boolean
  /** Who would be asked: a name, or none where 平台管理 decides. */
  asks: string
}

export const hasFinds = ({ finds }: Pick<ScreenedFile, "finds">): boolean =>
  Object.keys(finds).length > 0

export const isUnread = ({ state }: Pick<ScreenedFile, "state">): boolean =>
  unreadStates.some((one) => one === state)

export const isClean = ({ finds, unchecked, files }: Found): boolean =>
  finds.length === 0 && !unchecked && files.length === 0

/** Masking the text leaves nothing: files can't be masked. What can't be read is for its sender. */
export const masksAll = ({ finds, unchecked, files }: Found): boolean =>
  finds.length > 0 && !unchecked && !files.some(hasFinds)

/** Nothing was found; something couldn't be read. */
export const isOnlyUnread = ({ finds, unchecked, files }: Found): boolean =>
  finds.length === 0 && !unchecked && files.length > 0 && !files.some(hasFinds)

/** The way out that its sender has without anybody else. */
export function wayAlone(found: Found): "mask" | "anyway" | undefined {
  if (masksAll(found)) return "mask"
  return isOnlyUnread(found) ? "anyway" : undefined
}
