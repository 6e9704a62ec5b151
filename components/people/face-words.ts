import { getTranslations } from "next-intl/server"

export async function faceWords() {
  const t = await getTranslations("people.face")
  return {
    label: t("label"),
    hint: t("hint"),
    choose: t("choose"),
    save: t("save"),
    remove: t("remove"),
    failed: t("failed"),
    preview: t("preview"),
    zoom: t("zoom"),
    across: t("across"),
    down: t("down"),
  }
}
