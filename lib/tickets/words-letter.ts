/** What mails to clients about their tickets say: that something changed, never what was said. */
export const letterWords = {
  zh: {
    subject: {
      written: "已收到您的工单 {number}",
      started: "工单 {number} 已开始处理",
      replied: "工单 {number} 有新的回复",
      asked: "工单 {number} 请您确认",
      done: "工单 {number} 已解决",
      promised: "工单 {number} 的承诺时间有变化",
    },
    said: {
      written:
        "{name}，您好：工单「{title}」已收到，编号 {number}。处理进展会实时显示在工单页面上。",
      started: "{name}，您好：工单「{title}」已有人处理。",
      replied: "{name}，您好：工单「{title}」有新的回复，请打开查看。",
      asked: "{name}，您好：我们认为工单「{title}」已经解决，请打开确认。",
      done: "{name}，您好：工单「{title}」已解决。如果问题还在，可以在工单页面上告诉我们。",
      promised: "{name}，您好：工单「{title}」的承诺完成时间有变化。",
    },
    promised: "承诺完成时间：{until}",
    open: "查看工单",
    note: "页面在您打开过邀请链接的设备上可以直接查看；换设备请用原来的邀请链接打开一次。",
  },
  en: {
    subject: {
      written: "We received your ticket {number}",
      started: "Work on ticket {number} has begun",
      replied: "New reply to ticket {number}",
      asked: "Please confirm ticket {number}",
      done: "Ticket {number} is resolved",
      promised: "The time promised for ticket {number} changed",
    },
    said: {
      written:
        "Dear {name}, we received your ticket “{title}” under the number {number}. Its page shows live how it goes on.",
      started: "Dear {name}, somebody works on your ticket “{title}” now.",
      replied: "Dear {name}, there is a new reply to your ticket “{title}”.",
      asked:
        "Dear {name}, we believe that your ticket “{title}” is resolved. Please confirm it on its page.",
      done: "Dear {name}, your ticket “{title}” is resolved. If the problem is still there, tell us on its page.",
      promised: "Dear {name}, the time promised for your ticket “{title}” changed.",
    },
    promised: "Promised by: {until}",
    open: "Open ticket",
    note: "The page opens on devices on which you opened your invitation; elsewhere open the link of the invitation once.",
  },
} as const
