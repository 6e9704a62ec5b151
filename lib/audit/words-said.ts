import { fields } from "./words-fields"
import { values } from "./words-values"

/** What is done with the log itself, in the log. */
export const said = {
  zh: {
    ...fields.zh,
    ...values.zh,
    audit: "审计日志",
    "audit.opened": "查看审计日志",
    "audit.exported": "导出审计日志",
    "audit.check_asked": "要求校验",
    "audit.checked": "校验完成",
    "audit.marked": "标出异常",
    "audit.reviewed": "完成复核",
  },
  en: {
    ...fields.en,
    ...values.en,
    audit: "Audit log",
    "audit.opened": "Opened the log",
    "audit.exported": "Exported log",
    "audit.check_asked": "Asked for check",
    "audit.checked": "Checked the log",
    "audit.marked": "Marked unusual",
    "audit.reviewed": "Reviewed",
  },
}
