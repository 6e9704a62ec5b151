/** How tasks stand, day by day, and what became of their due times. */
export const progressWords = {
  zh: {
    updates: {
      title: "更新进度",
      lead: "{count} 项任务今天还没有更新。",
      note: "一句话说明进展",
      send: "更新进度",
      all: "今天都更新过了",
      allHint: "有新进展时随时可以再更新。",
      curve: "进度变化：{from}% 到 {to}%",
    },
    moved: { title: "改期记录", from: "原定 {time}", none: "不设截止时间" },
  },
  en: {
    updates: {
      title: "Update progress",
      lead: "{count, plural, one {# task hasn't} other {# tasks haven't}} been updated today.",
      note: "How it stands, in one line",
      send: "Update progress",
      all: "All updated today",
      allHint: "Update again whenever there is news.",
      curve: "Progress from {from}% to {to}%",
    },
    moved: { title: "Due times before", from: "was due {time}", none: "no due time" },
  },
}
