/** What a text field says while somebody writes in it. */
export const writing = {
  zh: {
    vague: {
      time: "「{word}」没有说清时间，可改为",
      amount: "「{word}」没有说清多少，写个数字更好",
      who: "「{word}」没有说清由谁做，写上姓名更好",
    },
    short: { time: "「{word}」改为", amount: "「{word}」是多少？", who: "「{word}」是谁？" },
    before: "{time} 前",
    dismiss: "不用改",
    tags: "标签",
    today: "今天",
    tomorrow: "明天",
  },
  en: {
    vague: {
      time: "“{word}” gives no time; you could write",
      amount: "“{word}” doesn't say how much; a figure would",
      who: "“{word}” names nobody; a name would help",
    },
    short: { time: "“{word}”: say", amount: "“{word}”: how much?", who: "“{word}”: who?" },
    before: "by {time}",
    dismiss: "Leave it",
    tags: "Tags",
    today: "today",
    tomorrow: "tomorrow",
  },
}
