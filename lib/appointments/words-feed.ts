/** Subscribing to the calendar. */
export const feedWords = {
  zh: {
    note: "把这个地址添加到手机或电脑的日历里，日程、任务截止和请假会自动同步。知道地址的人都能看，请不要转发。",
    once: "地址只显示这一次：",
    make: "生成订阅地址",
    again: "更换地址",
    end: "停止订阅",
    since: "{date} 起有一个订阅地址。",
    ended: "已停止，原地址不再有效。",
  },
  en: {
    note: "Add this address to the calendar of your phone or computer: appointments, due times and leave follow by themselves. Whoever knows it can read it, so don't pass it on.",
    once: "The address is shown this once:",
    make: "Make an address",
    again: "Change the address",
    end: "Stop",
    since: "There has been an address since {date}.",
    ended: "Stopped: the address is no longer valid.",
  },
}
