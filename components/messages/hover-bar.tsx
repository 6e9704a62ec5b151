"use client"

import { useIsKept } from "@/components/messages/kept-context"
import { reactionWord } from "@/components/messages/message-parts"
import { reactionSigns } from "@/components/messages/reaction-signs"
import { useTalkSetting } from "@/components/messages/talk-context"
import { cx } from "@/components/ui/cx"
import { IconButton } from "@/components/ui/icon-button"
import { Menu, MenuItem, MenuRule } from "@/components/ui/menu"
import { useScripted } from "@/components/ui/use-scripted"
import { inTime } from "@/lib/messages/policy"
import type { MessageView } from "@/lib/messages/view"

/** What somebody can do to a message. */
export interface MessageDeeds {
  react(message: MessageView, code: string, on: boolean): void
  openThread(message: MessageView): void
  quote(message: MessageView): void
  makeTask(message: MessageView): void
  makeMatter(message: MessageView): void
  keep(message: MessageView): void
  edit(message: MessageView): void
  versions(message: MessageView): void
  withdraw(message: MessageView): void
  forward(message: MessageView): void
  move(message: MessageView): void
  markUnread(message: MessageView): void
  copyText(message: MessageView): void
  copyLink(message: MessageView): void
  answered(message: MessageView): void
}

const small = "h-6.5 w-7"

interface Props {
  message: MessageView
  deeds: MessageDeeds
  small: boolean
  /** The focus is in its row: only there Tab leads through its buttons. */
  reached: boolean
}

/** Shown over a row under the pointer or with the keyboard in it; words first, then signs (28 × 26). */
export function HoverBar(props: Props) {
  return useScripted() && <Bar {...props} />
}

function Bar({ message, deeds, small: inThread, reached }: Props) {
  const tabIndex = reached ? 0 : -1
  const { words, me } = useTalkSetting()
  const kept = useIsKept(message.id)
  const owes = message.clocks.some(({ open, holderId }) => open && holderId === me.id)
  return (
    <div
      role="toolbar"
      aria-label={words.do.label}
      className={cx(
        "absolute -top-3.5 right-4 z-10 flex items-center gap-0.5 rounded-field border border-line bg-raised p-0.5 shadow-raised",
        "opacity-0 group-hover/message:opacity-100 group-focus-visible/message:opacity-100 group-has-focus-visible/message:opacity-100 has-[[data-state=open]]:opacity-100 pointer-coarse:top-auto pointer-coarse:right-1 pointer-coarse:bottom-0 pointer-coarse:border-transparent pointer-coarse:bg-transparent pointer-coarse:opacity-100 pointer-coarse:shadow-none",
      )}
    >
      <span className="contents pointer-coarse:hidden">
        {owes && (
          <button
            type="button"
            tabIndex={tabIndex}
            onClick={() => deeds.answered(message)}
            className="one-word h-6.5 rounded-chip px-2 text-meta font-semibold text-accent-ink hover:bg-hover"
          >
            {words.do.done}
          </button>
        )}
        <Word code="got_it" {...{ message, deeds, tabIndex }} />
        {!inThread && <Word code="agree" {...{ message, deeds, tabIndex }} />}
        <Signs message={message} deeds={deeds} tabIndex={tabIndex} />
        <IconButton
          icon="reply"
          label={words.do.reply}
          tabIndex={tabIndex}
          className={small}
          onClick={() => deeds.openThread(message)}
        />
        {!inThread && (
          <>
            <IconButton
              icon="circle-check"
              label={words.do.task}
              tabIndex={tabIndex}
              className={small}
              onClick={() => deeds.makeTask(message)}
            />
            <IconButton
              icon="bookmark"
              label={words.do.keep}
              tabIndex={tabIndex}
              aria-pressed={kept}
              className={small}
              onClick={() => deeds.keep(message)}
            />
          </>
        )}
      </span>
      <More {...{ message, deeds, inThread, owes, tabIndex }} />
    </div>
  )
}

interface Part {
  message: MessageView
  deeds: MessageDeeds
  tabIndex: number
}

function Word({ code, message, deeds, tabIndex }: Part & { code: "got_it" | "agree" }) {
  const { words, me } = useTalkSetting()
  const has = message.reactions.some((each) => each.code === code && each.personIds.includes(me.id))
  return (
    <button
      type="button"
      tabIndex={tabIndex}
      aria-pressed={has}
      onClick={() => deeds.react(message, code, !has)}
      className="one-word h-6.5 rounded-chip px-2 text-meta text-ink-2 hover:bg-hover hover:text-ink aria-pressed:text-accent-ink"
    >
      {words.reactions[code]}
    </button>
  )
}

function Signs({ message, deeds, tabIndex }: Part) {
  const { words } = useTalkSetting()
  return (
    <Menu
      trigger={
        <IconButton icon="smile" label={words.do.react} {...{ tabIndex }} className={small} />
      }
    >
      {Object.entries(reactionSigns).map(([code, sign]) => (
        <MenuItem key={code} icon={sign} onSelect={() => deeds.react(message, code, true)}>
          {reactionWord(words, code)}
        </MenuItem>
      ))}
    </Menu>
  )
}

function More({
  message,
  deeds,
  inThread,
  owes,
  tabIndex,
}: Part & { inThread: boolean; owes: boolean }) {
  const { words, me, manages } = useTalkSetting()
  const own = message.author.id === me.id
  const kept = useIsKept(message.id)
  const item = (icon: Parameters<typeof MenuItem>[0]["icon"], word: string, run: () => void) => (
    <MenuItem {...(icon && { icon })} onSelect={run}>
      {word}
    </MenuItem>
  )
  const putAside = (
    <>
      {item("circle-check", words.do.task, () => deeds.makeTask(message))}
      {item("bookmark", kept ? words.do.unkeep : words.do.keep, () => deeds.keep(message))}
    </>
  )
  return (
    <Menu
      trigger={
        <IconButton
          icon="ellipsis"
          label={words.do.more}
          tabIndex={tabIndex}
          className={cx(small, "pointer-coarse:size-11")}
        />
      }
    >
      <span className="contents not-pointer-coarse:hidden">
        {owes && item("check", words.do.done, () => deeds.answered(message))}
        {item("check-check", words.reactions.got_it, () => deeds.react(message, "got_it", true))}
        {item("reply", words.do.reply, () => deeds.openThread(message))}
        {!inThread && putAside}
      </span>
      {item("corner-up-left", words.do.quote, () => deeds.quote(message))}
      {inThread && putAside}
      {item("arrow-left-right", words.do.matter, () => deeds.makeMatter(message))}
      {item("forward", words.do.forward, () => deeds.forward(message))}
      {item("copy", words.do.copy, () => deeds.copyText(message))}
      {item("link", words.do.link, () => deeds.copyLink(message))}
      {item("eye-off", words.do.unread, () => deeds.markUnread(message))}
      {manages && !inThread && item("coffee", words.do.move, () => deeds.move(message))}
      {own && <Change message={message} deeds={deeds} />}
    </Menu>
  )
}

/** For as long as the company lets a message be changed; looked at whenever the menu opens. */
function Change({ message, deeds }: { message: MessageView; deeds: MessageDeeds }) {
  const { words, changeMinutes } = useTalkSetting()
  if (!inTime({ at: new Date(message.at) }, new Date(), changeMinutes)) return null
  return (
    <>
      <MenuRule />
      <MenuItem icon="pencil" onSelect={() => deeds.edit(message)}>
        {words.do.edit}
      </MenuItem>
      <MenuItem icon="undo-2" danger onSelect={() => deeds.withdraw(message)}>
        {words.do.withdraw}
      </MenuItem>
    </>
  )
}
