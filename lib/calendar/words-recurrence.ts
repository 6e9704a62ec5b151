const nth = "{nth, select, 1 {first} 2 {second} 3 {third} 4 {fourth} 5 {fifth} other {last}}"

/** How often something comes again, in words. */
export const recurrenceWords = {
  zh: {
    weekday: {
      mon: "周一",
      tue: "周二",
      wed: "周三",
      thu: "周四",
      fri: "周五",
      sat: "周六",
      sun: "周日",
    },
    comma: "、",
    day: "{interval, plural, =1 {每天} other {每 # 天}}",
    workday: "{interval, plural, =1 {每个工作日} other {每 # 个工作日}}",
    week: "{interval, plural, =1 {每周} other {每 # 周}}",
    weekOn: "{interval, plural, =1 {每} other {每 # 周的}}{days}",
    monthDay: "{interval, plural, =1 {每月} other {每 # 个月的}} {day} 日",
    monthEnd: "{interval, plural, =1 {每月} other {每 # 个月的}}最后一天",
    monthNth:
      "{interval, plural, =1 {每月} other {每 # 个月的}}{nth, select, last {最后一个} other {第 {nth} 个}}{weekday}",
    year: "{interval, plural, =1 {每年} other {每 # 年}}",
    until: "{often}，到 {day} 为止",
    count: "{often}，共 {count} 次",
  },
  en: {
    weekday: {
      mon: "Monday",
      tue: "Tuesday",
      wed: "Wednesday",
      thu: "Thursday",
      fri: "Friday",
      sat: "Saturday",
      sun: "Sunday",
    },
    comma: ", ",
    day: "{interval, plural, =1 {every day} other {every # days}}",
    workday: "{interval, plural, =1 {every working day} other {every # working days}}",
    week: "{interval, plural, =1 {every week} other {every # weeks}}",
    weekOn: "{interval, plural, =1 {every week} other {every # weeks}} on {days}",
    monthDay: "on day {day} of {interval, plural, =1 {every month} other {every # months}}",
    monthEnd: "on the last day of {interval, plural, =1 {every month} other {every # months}}",
    monthNth: `on the ${nth} {weekday} of {interval, plural, =1 {every month} other {every # months}}`,
    year: "{interval, plural, =1 {every year} other {every # years}}",
    until: "{often}, until {day}",
    count: "{often}, {count, plural, one {# time} other {# times}}",
  },
}
