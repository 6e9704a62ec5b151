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
    sensitive: {
      found: "这里有{word}，发给公司外的人要先脱敏",
      mask: "脱敏",
      kinds: {
        id_card: "身份证号",
        credit_code: "统一社会信用代码",
        bank_card: "银行卡号",
        phone: "电话号码",
        email: "邮箱",
        address: "地址",
        contract: "合同或价格信息",
        finance: "财务数字",
        word: "公司列出的敏感词",
      },
    },
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
    sensitive: {
      found: "This has {word}: mask it before it leaves the company",
      mask: "Mask",
      kinds: {
        id_card: "an ID number",
        credit_code: "a company code",
        bank_card: "a card number",
        phone: "a phone number",
        email: "a mail address",
        address: "an address",
        contract: "a contract or price",
        finance: "a financial figure",
        word: "a word on the company's list",
      },
    },
    tags: "Tags",
    today: "today",
    tomorrow: "tomorrow",
  },
}
