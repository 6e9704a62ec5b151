export const vagueKinds = ["time", "amount", "who"] as const
export type VagueKind = (typeof vagueKinds)[number]

/**
 * The vague words that the portal knows by itself (G7.2): what a word is called in the settings,
 * and the pattern that finds it. What follows or precedes decides in many: 有空调 is no 有空,
 * "no later than" is exact. Of two that begin at the same place the one named first is tried first.
 */
export const usualVague: Readonly<Record<VagueKind, Readonly<Record<string, string>>>> = {
  time: {
    尽快: "尽快",
    尽早: "尽早|尽速|早日",
    抓紧: "抓紧(?!时间表)",
    越快越好: "越快越好|第一时间",
    有空: "(?:等?[你您])?(?<![所没拥具])(?:有空|得空|抽空|有时间)(?:的时候|时|了)?(?![调间缺隙格白闲限段表差线轴])",
    过几天: "过(?:几|两|一|些)(?:天|日|周|个?星期|个?月)|过(?:一)?(?:段时间|阵子|会儿)",
    这几天: "这几天|几天[后内]",
    改天: "改天|改日|择日",
    回头: "回头(?![看客率路])",
    晚点: "晚些时候|晚点",
    早点: "早点(?![店铺])",
    待会: "待会儿?|等一?会儿?|一会儿|稍后",
    近期: "近期|近日|不久",
    年后: "(?<![\\d一二三四五六七八九十百几])年后|节后",
    下次再说: "下次再说|到时候?(?:再说|看)?",
    有机会: "有机会|方便的?时候?",
    月底左右: "月底左右|月初左右|下周左右|周末前后",
    ASAP: "\\ba\\.?s\\.?a\\.?p\\b\\.?|\\bas soon as (?:possible|you can)\\b",
    soon: "\\b(?:pretty )?soon(?:ish)?\\b(?! as)",
    sometime: "\\bsome ?(?:time|day)\\b|\\bone of these days\\b",
    "in a while": "\\bin a (?:bit|while|few (?:days|hours|weeks))\\b",
    later:
      "(?<!\\b(?:no|not|hours?|days?|weeks?|months?|years?|minutes?) )\\blater\\b(?! than)|\\bnext time\\b",
    shortly: "\\bshortly\\b|\\beventually\\b",
    whenever:
      "\\bwhen(?:ever)? (?:you (?:have|get|find) (?:time|a (?:chance|moment|minute))|possible|convenient)\\b|\\bwhenever\\b",
    "at your convenience":
      "\\bat your (?:earliest )?convenience\\b|\\b(?:in the )?near future\\b|\\ba couple of days\\b",
  },
  amount: {
    差不多: "差不多|基本上",
    大概: "大概(?![念率])|大约|大致|将近",
    若干: "若干",
    左右: "(?<=[\\d一二三四五六七八九十百千万半点天周月年个人元块次份%])左右|(?<=[\\d一二三四五六七八九十百千万半点天周月年])上下",
    roughly:
      "\\bmore or less\\b|\\broughly\\b|\\bapprox(?:imately|\\.)?(?!\\w)|\\bnearly\\b|\\b-?ish\\b",
    "a few": "\\bsomewhat\\b|\\ba (?:few|lot|bit)\\b|\\bseveral\\b",
    "almost done": "\\bmost(?:ly)? done\\b|\\balmost done\\b",
  },
  who: {
    谁有空: "谁(?:有空|有时间|方便|能|可以)",
    有人: "有人(?=能|可以|帮|来|去|处理|跟进|负责)|找个?人|某(?:人|位)",
    哪位: "哪位(?:同事)?",
    相关人员: "相关(?:人员|同事|部门|负责人|同学|人)|有关(?:人员|部门|同事)",
    大家: "大家(?=看|帮|处理|跟进|一起|自行)",
    somebody: "\\b(?:some|any)(?:one|body)\\b|\\bwhoever\\b",
    "the right person":
      "\\bthe (?:relevant|right|appropriate) (?:people|person|team|department)\\b",
  },
}
