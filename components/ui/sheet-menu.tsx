import { getTranslations } from "next-intl/server"
import { Icon } from "@/components/ui/icon"
import { Popover } from "@/components/ui/popover"

const sheets = ["xlsx", "csv"] as const

interface Sheet {
  /** What will be in the file. */
  note: string
  /** Where the file of a kind is to be had. */
  href: (file: (typeof sheets)[number]) => string
}

/** 导出 as a spreadsheet or as text, and where a file comes in. Its button is whoever shows it. */
export async function SheetMenu({
  id,
  label,
  place,
  also,
  importing,
  ...first
}: Sheet & {
  id: string
  label: string
  /** Where on the screen, as utilities. */
  place: string
  /** Something else that the page has. */
  also?: Sheet
  importing?: { href: string; label: string } | false
}) {
  return (
    <Popover id={id} label={label} place={place}>
      <Lines {...first} />
      {also && (
        <div className="mt-1 border-t border-line-soft pt-1">
          <Lines {...also} />
        </div>
      )}
      {importing && (
        // Loaded anew: beside a list its address would be taken for a record's.
        <a href={importing.href} className="menu-line mt-1 rounded-none border-t border-line-soft">
          <Icon name="upload" size={14} />
          {importing.label}
        </a>
      )}
    </Popover>
  )
}

async function Lines({ note, href }: Sheet) {
  const t = await getTranslations("shell.export")
  return (
    <>
      <p className="max-w-60 px-2 pt-1 pb-1.5 text-meta text-ink-3">{note}</p>
      {sheets.map((file) => (
        <a key={file} href={href(file)} download data-export className="menu-line">
          <Icon name={file === "csv" ? "file-text" : "file-spreadsheet"} size={14} />
          {file.toUpperCase()}
        </a>
      ))}
      <p className="hidden max-w-60 px-2 pt-1 pb-1.5 text-meta text-ink-3 [@media(scripting:none)]:block">
        {t("withoutScript")}
        {sheets.map((file) => (
          <a key={file} href={`${href(file)}&out=plain`} download className="link ml-2">
            {file.toUpperCase()}
          </a>
        ))}
      </p>
    </>
  )
}

/** The same by an icon alone. */
export function SheetButton({ id, label }: { id: string; label: string }) {
  return (
    <button
      type="button"
      popoverTarget={id}
      aria-label={label}
      title={label}
      className="icon-button max-md:size-11"
    >
      <Icon name="download" />
    </button>
  )
}

/** A list's address with the file asked for. */
export const fileOf = (path: string, list: string) => (file: string) =>
  `${path}?${[...(list.includes("?") ? [list.slice(list.indexOf("?") + 1)] : []), `file=${file}`].join("&")}`
