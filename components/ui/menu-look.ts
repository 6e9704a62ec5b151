export const menuBox =
  "z-50 max-h-[70vh] max-w-60 min-w-49 animate-rise overflow-y-auto rounded-box border border-line bg-raised p-1 shadow-raised"

const item =
  "flex h-7.5 w-full items-center gap-2.5 rounded-field px-2 text-left text-ui outline-offset-[-2px] select-none max-md:h-11"

export const menuItem = `${item} [&>svg]:text-ink-2`

/** What can't be taken back. */
export const dangerItem = `${item} text-cinnabar-ink`
