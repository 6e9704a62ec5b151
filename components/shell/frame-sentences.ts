import { getTranslations } from "next-intl/server"
import { searchableKinds } from "@/components/search/searchable"
import type { FrameWords } from "@/components/shell/frame-words"
import type { LiveWords } from "@/components/shell/live-box"

/** The frame's sentences in the page's language, as plain text for client parts. */
export async function frameWords(): Promise<{ frame: FrameWords; live: LiveWords }> {
  const t = await getTranslations("shell")
  const frame: FrameWords = {
    product: t("product"),
    navigation: t("navigation"),
    topBar: t("topBar"),
    content: t("content"),
    skip: t("skip"),
    fold: t("fold"),
    unfold: t("unfold"),
    menu: t("menu"),
    search: t("search"),
    create: t("create"),
    inbox: t("inbox"),
    me: t("me"),
    mine: t("mine"),
    settings: t("settings"),
    signOut: t("signOut"),
    shortcuts: t("shortcuts"),
    notices: t("notices"),
    urgent: t("urgent"),
    palette: {
      searchAll: t.raw("palette.searchAll"),
      actions: t("palette.actions"),
      scopes: await searchableKinds(),
      scopesLabel: t("palette.scopesLabel"),
      changeScope: t("palette.changeScope"),
      choose: t("palette.choose"),
      open: t("palette.open"),
      none: t("palette.none"),
      busy: t("palette.busy"),
      close: t("palette.close"),
      hints: [t("palette.hintPeople"), t("palette.hintActions"), t("palette.hintPinyin")],
    },
    sheet: {
      title: t("sheet.title"),
      close: t("sheet.close"),
      filter: t("sheet.filter"),
      none: t("sheet.none"),
      go: t("sheet.go"),
      here: t("sheet.here"),
      show: t("sheet.show"),
    },
  }
  return { frame, live: await liveWords() }
}

export async function liveWords(): Promise<LiveWords> {
  const t = await getTranslations("shell.ended")
  return {
    reasons: {
      signed_out: t("signed_out"),
      disabled: t("disabled"),
      expired: t("expired"),
      lost: t("lost"),
    },
    typed: t("typed"),
    signIn: t("signIn"),
  }
}
