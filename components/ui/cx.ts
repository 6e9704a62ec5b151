import { type ClassValue, clsx } from "clsx"
import { extendTailwindMerge } from "tailwind-merge"

const merge = extendTailwindMerge({
  extend: {
    theme: {
      text: [
        "timer",
        "display",
        "title",
        "panel",
        "ui",
        "prose",
        "control",
        "field",
        "meta",
        "key",
      ],
      radius: ["label", "chip", "field", "box"],
      shadow: ["raised"],
      spacing: ["row", "row-face", "row-two", "button", "field", "gutter"],
    },
  },
})

/** Joins class names; a later utility replaces an earlier one of the same kind. */
export function cx(...names: ClassValue[]) {
  return merge(clsx(names))
}
