import * as all from "./endpoints"

/** What a page can ask for about messages, by the last part of the address. */
export const verbs: ReadonlyMap<string, (request: Request) => Promise<Response>> = new Map([
  ["send", all.send],
  ["schedule", all.later],
  ["unschedule", all.cancelLater],
  ["edit", all.edit],
  ["withdraw", all.withdraw],
  ["react", all.reactTo],
  ["forward", all.forward],
  ["move", all.move],
  ["remind", all.remind],
  ["done", all.answered],
  ["keep", all.keepOne],
  ["read", all.read],
  ["unread", all.unread],
  ["draft", all.saveDraft],
  ["typing", all.typingNow],
  ["here", all.presentNow],
])
