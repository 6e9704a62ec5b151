import { Icon } from "@/components/ui/icon"

export function SettingsSignOut({ label }: { label: string }) {
  return (
    <form action="/sign-out" method="post">
      <button
        type="submit"
        className="flex h-8 w-full items-center gap-2.5 rounded-field px-2 text-ui text-ink-2 hover:bg-hover hover:text-ink"
      >
        <Icon name="log-out" />
        {label}
      </button>
    </form>
  )
}
