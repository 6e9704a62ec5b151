import { Icon } from "@/components/ui/icon"
import { Popover } from "@/components/ui/popover"

/** 导出 as a spreadsheet or as text, and where a file comes in. Its button is whoever shows it. */
export function SheetMenu({
  id,
  label,
  note,
  place,
  href,
  importing,
}: {
  id: string
  label: string
  /** What will be in the file. */
  note: string
  /** Where on the screen, as utilities. */
  place: string
  /** Where the file of a kind is to be had. */
  href: (file: "xlsx" | "csv") => string
  importing?: { href: string; label: string } | false
}) {
  return (
    <Popover id={id} label={label} place={place}>
      <p className="max-w-60 px-2 pt-1 pb-1.5 text-meta text-ink-3">{note}</p>
      {(["xlsx", "csv"] as const).map((file) => (
        <a key={file} href={href(file)} download className="menu-line">
          <Icon name={file === "csv" ? "file-text" : "file-spreadsheet"} size={14} />
          {file.toUpperCase()}
        </a>
      ))}
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

/** The same by an icon alone. */
export function SheetButton({ id, label }: { id: string; label: string }) {
  return (
    <button
      type="button"
      popoverTarget={id}
      aria-label={label}
      title={label}
      className="inline-grid size-button place-items-center rounded-field text-ink-2 hover:bg-hover hover:text-ink max-md:size-11"
    >
      <Icon name="download" />
    </button>
  )
}

/** A list's address with the file asked for. */
export const fileOf =
  (path: string, list: string, name = "file") =>
  (file: string) =>
    `${path}?${[...(list.includes("?") ? [list.slice(list.indexOf("?") + 1)] : []), `${name}=${file}`].join("&")}`
