/** What happened to a request, after the name of who did it; and what notices are called. */
export const eventWords = {
  zh: {
    event: {
      asked: "申请把内容发给公司外，等你放行",
      released: "放行了你的申请",
      refused: "没有放行你的申请",
      failed: "放行后没有发出，请换个方式再发",
      other: "更新了外发申请",
    },
    category: { asked: "外发内容等我放行", decided: "我的外发申请有结果" },
  },
  en: {
    event: {
      asked: "asks to send something outside: please decide",
      released: "released your request",
      refused: "didn't release your request",
      failed: "released, but it couldn't be sent: please send it another way",
      other: "updated the request",
    },
    category: {
      asked: "Requests for me to release",
      decided: "Decisions on my requests to send",
    },
  },
}
