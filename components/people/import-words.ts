import type { ImportButtonWords } from "@/components/people/import-button"
import type { FileWords } from "@/components/people/import-file"
import type { StaffWordsHere } from "@/components/people/import-values"

type T = StaffWordsHere["t"]

/** Left in sentences that the browser fills in itself. */
const percent = "{percent}"

export const fileWords = (t: T, choose: "choose" | "chooseAgain"): FileWords => ({
  choose: t(choose),
  chosen: t("chosen"),
  tooLarge: t("file.tooLarge"),
  failed: t("file.failed"),
  checking: t("file.checking"),
  sending: t("file.sending", { percent }),
})

export const buttonWords = (t: T): ImportButtonWords => ({
  import: t("import"),
  checking: t("progress.checking"),
  writing: t("progress.writing", { percent }),
})
