/** Why an appointment is refused. */
export const errorWords = {
  zh: {
    order: "结束要晚于开始",
    long: "一个日程最长 60 天",
    never: "按这个重复规则没有任何一天，请改截止日期",
    overlap: "重复得比日程本身还短",
    tooMany: "日程太多了，请先删除一些",
    self: "自己的安排已经在日历里",
    tooManyColleagues: "最多 12 位同事，请先移除一位",
  },
  en: {
    order: "The end has to be after the start",
    long: "An appointment lasts 60 days at most",
    never: "This rule has no day at all; change its end",
    overlap: "It repeats before it is over",
    tooMany: "Too many appointments; delete some first",
    self: "Your own time is in the calendar already",
    tooManyColleagues: "Up to 12 colleagues; remove one first",
  },
}
