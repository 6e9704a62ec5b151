/** What happens to answers that are owed, in the audit log. */
export const clockSaid = {
  zh: {
    clock: "待答复",
    "message.reminded": "提醒答复",
    "message.passed_on": "转交答复",
    "message.answered": "标为已处理",
    "message.released": "免去答复",
    "clock.escalated": "答复超时升级",
    "clock.answered": "超时后答复",
    "clock.cancelled": "取消待答复",
  },
  en: {
    clock: "Owed answer",
    "message.reminded": "Answer reminded",
    "message.passed_on": "Answer passed on",
    "message.answered": "Marked as done",
    "message.released": "Answer released",
    "clock.escalated": "Answer escalated",
    "clock.answered": "Answered late",
    "clock.cancelled": "Answer cancelled",
  },
}
