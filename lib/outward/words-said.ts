/** What happens to what was stopped, in the audit log and the inbox. */
export const said = {
  zh: {
    outward: "外发放行",
    "outward.asked": "申请放行外发内容",
    "outward.released": "放行外发内容",
    "outward.refused": "不放行外发内容",
    "outward.withdrawn": "撤回放行申请",
    "outward.sent": "放行后已发出",
    "outward.failed": "放行后没有发出",
    "field.finds": "发现",
    "field.reason": "理由",
    "field.masked": "已脱敏",
    "field.unread": "没能检查的附件",
  },
  en: {
    outward: "Release",
    "outward.asked": "Asked to release content",
    "outward.released": "Released content to outsiders",
    "outward.refused": "Didn't release content",
    "outward.withdrawn": "Withdrew a request",
    "outward.sent": "Sent after release",
    "outward.failed": "Not sent after release",
    "field.finds": "Finds",
    "field.reason": "Reason",
    "field.masked": "Masked",
    "field.unread": "Files not checked",
  },
}
