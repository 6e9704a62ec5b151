/** What `npm run verify` prints. */
export const sealingWords = {
  zh: {
    none: "这里没有门户的数据库：请检查 QIBU_DATA 或 DATABASE_URL，并先运行一次 npm start",
    whole: "审计日志完整：没有任何记录被改动、删除或调换。最后一枚封印：{seal}",
    changed: "审计日志被动过：封印 {seal}（事件 {event}）与写入时不符，或它之前的封印被删除、调换",
    event_missing: "审计日志被动过：封印 {seal} 所属的事件 {event} 不见了",
    seal_missing: "审计日志被动过：事件 {event} 的封印不见了",
  },
  en: {
    none: "There is no portal database here: check QIBU_DATA or DATABASE_URL, and run npm start first",
    whole: "The audit log is whole: nothing was changed, removed or moved. Last seal: {seal}",
    changed:
      "The audit log was tampered with: seal {seal} (event {event}) isn't what was written, or a seal before it was removed or moved",
    event_missing: "The audit log was tampered with: event {event} of seal {seal} is gone",
    seal_missing: "The audit log was tampered with: the seal of event {event} is gone",
  },
} as const
