/** A message and a group of 秋季版本 V3.2, and what each verb is sent about them. */
export const messageInputs = (groupId: number, id: number): Record<string, object> => ({
  send: { groupId, body: "试试" },
  schedule: { groupId, body: "试试", at: "2099-01-01T00:00:00Z" },
  unschedule: { id: 1 },
  edit: { id, body: "改过", version: 1 },
  withdraw: { id },
  react: { id, code: "got_it", on: true },
  forward: { id, groupId, body: "" },
  move: { id, groupId },
  remind: { id },
  done: { messageId: id },
  keep: { id, on: true },
  read: { groupId, threadId: id, seq: 1 },
  unread: { id },
  draft: { groupId, threadId: id, text: "试试" },
  typing: { groupId },
  here: { groupId },
})
