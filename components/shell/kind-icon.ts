import { type IconName, iconNames } from "@/components/ui/icon-names"

const known: ReadonlySet<string> = new Set(iconNames)
const isIcon = (name: string): name is IconName => known.has(name)

/** Manifests name icons as text, since modules know nothing of the screen. */
export const iconOf = (name: string): IconName => (isIcon(name) ? name : "file-text")
