/** What mails to people outside say. */
export const guestMailWords = {
  zh: {
    subject: "{host}邀请您查看内容",
    invited: "{name}，您好：{host}邀请您通过下面的链接查看内容。事由：{purpose}",
    open: "打开链接",
    until: "链接有效期至 {until}，请勿转发给他人。",
    codeSubject: "您的验证码",
    code: "验证码：{code}",
    codeNote: "十分钟内有效，只能用一次。如果不是您在打开链接，请忽略这封邮件。",
  },
  en: {
    subject: "{host} invites you",
    invited: "Dear {name}, {host} invites you to what the link below opens. Purpose: {purpose}",
    open: "Open link",
    until: "The link is valid until {until}. Please don't pass it on.",
    codeSubject: "Your code",
    code: "Code: {code}",
    codeNote: "It works once, within ten minutes. If you aren't opening a link, ignore this mail.",
  },
} as const
