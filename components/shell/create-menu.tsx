import type { CreateItem } from "@/components/shell/frame-words"
import { buttonClass } from "@/components/ui/button"
import { Icon } from "@/components/ui/icon"
import { Kbd } from "@/components/ui/kbd"
import { Link } from "@/components/ui/link"
import { menuItem } from "@/components/ui/menu-look"
import { Popover } from "@/components/ui/popover"

/** 新建: what this person may create, from wherever they are. */
export function CreateMenu({ label, items }: { label: string; items: CreateItem[] }) {
  if (items.length === 0) return null
  return (
    <>
      <button type="button" popoverTarget="create-menu" aria-label={label} className={look}>
        <Icon name="plus" className="max-md:icon-22" />
        <span className="max-md:hidden">{label}</span>
      </button>
      <Popover id="create-menu" label={label} place="top-11 right-4 md:right-24">
        {items.map((item) => (
          <Link
            key={item.href}
            href={item.href}
            className={`${menuItem} hover:bg-hover`}
            {...(item.keys && { "data-shortcut": item.keys })}
            data-shortcut-label={item.label}
            data-shortcut-group={label}
          >
            <Icon name={item.icon} />
            <span className="flex-1">{item.label}</span>
            {item.keys && <Kbd>{item.keys}</Kbd>}
          </Link>
        ))}
      </Popover>
    </>
  )
}

const look = `${buttonClass({ tone: "plain" })} max-md:w-11 max-md:border-transparent max-md:px-0`
