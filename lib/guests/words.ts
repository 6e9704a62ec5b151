import { eventWords } from "./words-event"
import { insideWords } from "./words-inside"
import { outsideWords } from "./words-outside"
import { scopeWords } from "./words-scope"

export const words = {
  zh: {
    nav: "外部成员",
    new: "外部邀请",
    title: "外部成员",
    state: {
      waiting: "待审批",
      open: "未打开",
      used: "使用中",
      refused: "未同意",
      expired: "已到期",
      revoked: "已撤销",
      suspended: "已暂停",
    },
    error: {
      twice: "同一内容只选一次",
      files:
        "要开放的内容里，{found} 处有敏感信息，{unread} 处没能检查。请先看一看；确认要开放，再点一次",
      filesLeft:
        "要开放的内容里，{found} 处有敏感信息，{unread} 处没能检查，还有 {left} 个文件没来得及检查。再点一次，接着检查",
      notYours: "你不能向外部开放这项内容，可请负责人来邀请",
      past: "有效期已过，请选今天或之后",
      tooLong: "最长 {days} 天，请选更近的日期",
      codeNeedsMail: "需要验证码时，请填写对方邮箱",
      notInForce: "这个邀请现在不在有效状态",
      ground: "邀请人已不能开放其中的内容，或所涉部门还没有同意；请由能开放的同事另发一份邀请",
    },
    over: {
      signed_out: "这台设备上没有打开的邀请，请使用收到的链接",
      revoked: "邀请已结束，没有发出；你写的内容还在",
      suspended: "邀请已暂停，没有发出；你写的内容还在",
      expired: "邀请已到期，没有发出；你写的内容还在",
    },
    scope: scopeWords.zh,
    ...insideWords.zh,
    ...eventWords.zh,
    g: outsideWords.zh,
  },
  en: {
    nav: "Guests",
    new: "Invite guest",
    title: "Guests",
    state: {
      waiting: "Waiting",
      open: "Not opened yet",
      used: "In use",
      refused: "Refused",
      expired: "Expired",
      revoked: "Revoked",
      suspended: "Suspended",
    },
    error: {
      twice: "Choose each thing once",
      files:
        "Of what this opens, {found, plural, one {# place has} other {# places have}} sensitive content and {unread} couldn't be checked. Have a look first; to open it anyway, press once more",
      filesLeft:
        "Of what this opens, {found, plural, one {# place has} other {# places have}} sensitive content, {unread} couldn't be checked, and there was no time yet for {left, plural, one {# file} other {# files}}. Press once more to go on checking",
      notYours: "You can't open this to outsiders; ask who answers for it to invite",
      past: "That day has passed; choose today or later",
      tooLong: "At most {days} days; choose an earlier day",
      codeNeedsMail: "A code needs the guest's e-mail address",
      notInForce: "This invitation isn't in force now",
      ground:
        "Its host may not open all of it any more, or a department hasn't agreed; somebody who may should invite anew",
    },
    over: {
      signed_out: "No invitation is open on this device; please use the link you were sent",
      revoked: "The invitation has ended and nothing was sent; what you wrote is still here",
      suspended: "The invitation is suspended and nothing was sent; what you wrote is still here",
      expired: "The invitation has expired and nothing was sent; what you wrote is still here",
    },
    scope: scopeWords.en,
    ...insideWords.en,
    ...eventWords.en,
    g: outsideWords.en,
  },
}
