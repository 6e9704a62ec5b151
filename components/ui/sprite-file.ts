import sprite from "@/components/ui/sprite.svg"

/** Its name changes with what is in it: it needs no word of the build behind it. */
export const [spriteFile] = sprite.src.split("?")
