import type { Locale } from "@/lib/platform/actor"

/** What mails of meetings say to people of other companies. */
export const mailWords = {
  zh: {
    subject: "会议邀请：{title}",
    offSubject: "会议取消：{title}",
    invited: "{company}的{host}邀请你参加「{title}」。会议有变动时会再发邮件。",
    off: "「{title}」已取消，或不再需要你参加。",
    time: "时间：",
    place: "地点：",
    note: "答复不用登录。这些链接只属于你，请不要转发。",
    answeredSubject: "已答复「{answer}」：{title}",
    answered: "你的链接对「{title}」的答复是：{answer}。主持人会看到。",
    answeredNote: "不是你本人答复的？点上面的链接改正。这些链接只属于你，请不要转发。",
    answers: { yes: "参加", no: "不参加", maybe: "待定" },
  },
  en: {
    subject: "Invitation: {title}",
    offSubject: "Cancelled: {title}",
    invited: "{host} of {company} invites you to “{title}”. You get a mail when it changes.",
    off: "“{title}” is off, or you are no longer needed there.",
    time: "Time:",
    place: "Place:",
    note: "Answering needs no account. These links are yours alone; please don't forward them.",
    answeredSubject: "You answered “{answer}”: {title}",
    answered: "By your link the answer to “{title}” is: {answer}. The host sees it.",
    answeredNote:
      "It wasn't you? Put it right by the links above. They are yours alone; please don't forward them.",
    answers: { yes: "Yes, I come", no: "No", maybe: "Maybe" },
  },
}

/** 参加 / 不参加 / 待定 as links of a mail: each opens the page on which it is said. */
export const answerLinks = (url: string, locale: Locale) =>
  (["yes", "no", "maybe"] as const).map((answer) => ({
    text: mailWords[locale].answers[answer],
    url: `${url}?answer=${answer}`,
  }))
