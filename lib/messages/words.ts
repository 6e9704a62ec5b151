import { clockWords } from "./clock-words"
import { talkWords } from "./words-talk"

export const words = {
  zh: {
    title: "消息",
    ...talkWords.zh,
    error: {
      empty: "还没有写内容。写几个字，或附上一个文件再发送。",
      notHere: "提到的人里有人不在本组。先把对方加入本组，或去掉这个提及。",
      reach: "这条消息会通知 {count} 人。确认后再发送。",
      tooLate: "发出超过 {minutes} 分钟的消息不能再修改或撤回。可以回复说明。",
      when: "请选一个将来的时间，一年以内。",
      onlyFiles: "这条消息只有文件，没有文字，不能转发。请直接转发文件。",
      casualOnly: "只能移到另一个闲聊群。",
      remindedJustNow: "刚刚提醒过，{minutes} 分钟后可以再次提醒。",
      tooLong: "最多 {most} 个字，还要删去 {over} 个。",
    },
    category: {
      urgent: "紧急消息",
      mentioned: "提到我的消息",
      everyone: "@所有人",
      unread: "未读消息提醒",
      ...clockWords.zh.category,
    },
    inbox: {
      mentioned: "提到了你：{reason}",
      everyone: "@所有人：{reason}",
      urgent: "发了一条紧急消息",
      moved: "你的消息已移到「{group}」",
      unread: "提醒你查看一条未读消息",
      said: "发了一条消息",
    },
  },
  en: {
    title: "Messages",
    ...talkWords.en,
    error: {
      empty: "Nothing is written yet. Write a few words or attach a file, then send.",
      notHere:
        "Somebody you mention isn't in this group. Add them to the group first, or take the mention out.",
      reach: "This message will notify {count} people. Confirm to send it.",
      tooLate:
        "A message older than {minutes} minutes can't be changed or withdrawn. Reply to put it right.",
      when: "Choose a time to come, within a year.",
      onlyFiles: "This message has files only, no words to forward. Forward the file itself.",
      casualOnly: "It can only be moved to another casual group.",
      remindedJustNow: "They were reminded just now; again in {minutes} min.",
      tooLong: "At most {most} characters; take out {over} more.",
    },
    category: {
      urgent: "Urgent messages",
      mentioned: "Messages that mention me",
      everyone: "@everyone",
      unread: "Reminders of unread messages",
      ...clockWords.en.category,
    },
    inbox: {
      mentioned: "mentioned you: {reason}",
      everyone: "@everyone: {reason}",
      urgent: "sent an urgent message",
      moved: "Your message was moved to “{group}”",
      unread: "reminds you of a message you haven't read",
      said: "sent a message",
    },
  },
}
