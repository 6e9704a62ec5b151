/** Kinds of tickets at the sample company, with the department that each goes to. */
export const sampleKinds = [
  { name: "产品需求", nameEn: "Product need", department: "研发部" },
  { name: "售后问题", nameEn: "After-sales", department: "客服部" },
  { name: "系统故障", nameEn: "System failure", department: "技术支持部" },
  { name: "使用咨询", nameEn: "Question", department: "客服部" },
]

/** 常用答复 of 客服部. */
export const sampleAnswers = [
  {
    title: "已受理",
    body: "您好，问题已受理，我们正在查看，今天下班前先回复您进展。",
  },
  {
    title: "请补充信息",
    body: "为了尽快定位，请补充：出现的时间、用到的账号（只写姓名即可）、页面截图。",
  },
  {
    title: "请确认",
    body: "问题已处理，请您在页面上试一下。没有问题的话点「确认已解决」，还有问题请告诉我们。",
  },
]
