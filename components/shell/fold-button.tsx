"use client"

import { IconButton } from "@/components/ui/icon-button"

export const foldCookie = "qibu_sidebar"

/** Folds the sidebar to icons; the next page comes folded, by a cookie that only says that. */
export function FoldButton({ fold, unfold }: { fold: string; unfold: string }) {
  const set = (folded: boolean) => (event: { currentTarget: HTMLElement }) => {
    const frame = event.currentTarget.closest<HTMLElement>("[data-frame]")
    frame?.toggleAttribute("data-folded", folded)
    // biome-ignore lint/suspicious/noDocumentCookie: cookieStore needs https, an office network may not have it
    document.cookie = `${foldCookie}=${folded ? "folded" : "open"}; path=/; max-age=31536000; samesite=lax`
  }
  return (
    <>
      <IconButton
        icon="panel-left-close"
        label={fold}
        onClick={set(true)}
        className="needs-script group-data-folded/frame:hidden"
      />
      <IconButton
        icon="panel-left"
        label={unfold}
        onClick={set(false)}
        className="mx-auto hidden group-data-folded/frame:grid"
      />
    </>
  )
}
