import type { FrameWords, NavGroup, NavItem } from "@/components/shell/frame-words"
import { Icon } from "@/components/ui/icon"
import { Link } from "@/components/ui/link"

const places = ["/groups", "/tasks", "/calendar"]

/** 消息 任务 日历 我的: those that exist. */
export function PhoneBar({ nav, words }: { nav: NavGroup[]; words: FrameWords }) {
  const all = nav.flatMap((part) => part.items)
  const items = places.flatMap((href) => all.filter((item) => item.href === href))
  const mine: NavItem = { href: "/", label: words.mine, icon: "user" }
  return (
    <nav
      aria-label={words.mine}
      className="flex shrink-0 border-t border-line bg-paper pb-[env(safe-area-inset-bottom)] group-has-data-pane/frame:hidden md:hidden print:hidden"
    >
      {[...items, mine].map((item) => (
        <Link data-here key={item.href} href={item.href} className="phone-tab">
          <span className="relative">
            <Icon name={item.icon} size={22} />
            {(item.count || item.live) && (
              <span
                className="phone-mark"
                data-count={item.live && item.href}
                data-urgent={item.urgent ? "" : undefined}
                hidden={!item.count}
              >
                <span data-number>{(item.count ?? 0) > 99 ? "99+" : (item.count ?? 0)}</span>
              </span>
            )}
          </span>
          {item.label}
        </Link>
      ))}
    </nav>
  )
}
