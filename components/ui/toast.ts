export type Toast = {
  message: string
  /** 撤销: the word and what it does. */
  undo?: { label: string; run: () => void }
}

export const toastEvent = "qibu:toast"

/** Says that something was done, for 8 seconds. The frame's `Toaster` shows it. */
export function toast(message: string, undo?: Toast["undo"]) {
  window.dispatchEvent(new CustomEvent<Toast>(toastEvent, { detail: { message, undo } }))
}
