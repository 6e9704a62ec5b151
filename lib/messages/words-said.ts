/** What happens to messages, in the audit log. Never what they say. */
export const said = {
  zh: {
    message: "消息",
    "message.sent": "发送消息",
    "message.edited": "修改消息",
    "message.withdrawn": "撤回消息",
    "message.reacted": "回应消息",
    "message.moved": "移动消息",
    "message.linked": "由消息建任务",
    "message.unread_reminded": "提醒未读",
    scheduled_message: "定时消息",
    "scheduled_message.failed": "定时消息没有发出",
  },
  en: {
    message: "Message",
    "message.sent": "Sent message",
    "message.edited": "Edited message",
    "message.withdrawn": "Withdrew message",
    "message.reacted": "Reacted",
    "message.moved": "Moved message",
    "message.linked": "Task from message",
    "message.unread_reminded": "Reminded unread",
    scheduled_message: "Scheduled message",
    "scheduled_message.failed": "Scheduled message not sent",
  },
}
