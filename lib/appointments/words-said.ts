/** What happens to appointments, in the audit log. */
export const said = {
  zh: {
    appointment: "日程",
    "appointment.created": "新建日程",
    "appointment.edited": "修改日程",
    "appointment.moved": "移动日程",
    "appointment.cancelled": "删除日程",
    "appointment.restored": "恢复日程",
    "appointment.reminded": "提醒日程",
    "appointment.passed": "日程已过，未提醒",
    "calendar.subscribed": "生成日历订阅地址",
    "calendar.unsubscribed": "停止日历订阅",
  },
  en: {
    appointment: "Appointment",
    "appointment.created": "New appointment",
    "appointment.edited": "Edited appointment",
    "appointment.moved": "Moved appointment",
    "appointment.cancelled": "Deleted appointment",
    "appointment.restored": "Restored appointment",
    "appointment.reminded": "Reminded",
    "appointment.passed": "Over before its reminder",
    "calendar.subscribed": "Calendar address made",
    "calendar.unsubscribed": "Calendar address ended",
  },
}
