/** What the settings of talking to one another say. */
export const talkWords = {
  zh: {
    promises: {
      title: "沟通约定",
      urgentMinutes: "紧急消息答复（分钟）",
      ordinaryHours: "一般消息答复（工作小时）",
      minutesHours: "会议纪要提交（小时）",
      noticeDays: "会议提前通知（天）",
      note: "显示在登录页右侧。消息的两项也是答复的期限；沟通组可以在公告里另定。",
    },
    messages: {
      title: "消息",
      changeMinutes: "发出后可以修改和撤回（分钟）",
      note: "过了这段时间，消息不能再修改或撤回。",
    },
  },
  en: {
    promises: {
      title: "Communication rules",
      urgentMinutes: "Urgent messages answered in (minutes)",
      ordinaryHours: "Ordinary messages answered in (working hours)",
      minutesHours: "Minutes handed in within (hours)",
      noticeDays: "Meetings announced ahead by (days)",
      note: "They stand beside the sign-in form. The first two are also when answers are due, unless a group's announcement says otherwise.",
    },
    messages: {
      title: "Messages",
      changeMinutes: "Can be edited and withdrawn for (minutes)",
      note: "Once this time has passed, a message stays as it is.",
    },
  },
}
