export const shortcutsEvent = "qibu:shortcuts"

/** Opens the sheet of shortcuts from anywhere. */
export function showShortcuts() {
  window.dispatchEvent(new Event(shortcutsEvent))
}
