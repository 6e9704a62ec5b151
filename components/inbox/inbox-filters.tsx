import { getLocale, getTranslations } from "next-intl/server"
import { inboxAddress } from "@/components/inbox/inbox-address"
import { CheckboxLabel } from "@/components/ui/checkbox"
import { FilterBar } from "@/components/ui/filter-bar"
import { Options } from "@/components/ui/options"
import { SelectField } from "@/components/ui/select"
import type { InboxFilter } from "@/lib/notifications/inputs"
import { kindsIn } from "@/lib/notifications/queries"
import type { PersonActor } from "@/lib/platform/actor"
import { saidOf } from "@/lib/platform/said-of"

/** What the list can be narrowed to: kinds of records that lie in it, and what is unread. */
export async function InboxFilters({ actor, filter }: { actor: PersonActor; filter: InboxFilter }) {
  const [t, common, locale, there] = await Promise.all([
    getTranslations("notifications.filter"),
    getTranslations("tasks.filter"),
    getLocale(),
    kindsIn(actor, filter.state),
  ])
  const { state, kind, unread } = filter
  const kinds = [...new Set([...there, ...(kind ? [kind] : [])])]
    .flatMap((value) => {
      const label = saidOf(value, locale)
      return label ? { value, label } : []
    })
    .sort((one, other) => one.label.localeCompare(other.label, locale))
  const without = { ...filter, open: undefined, after: undefined }
  const remove = (field: string) => common("remove", { field })
  return (
    <FilterBar
      id="inbox-filter"
      action="/inbox"
      words={{ add: common("add"), apply: common("apply") }}
      kept={{ state: state === "open" ? undefined : state }}
      set={[
        ...(kind
          ? [
              {
                ...{ key: "kind", field: t("kind"), removeLabel: remove(t("kind")) },
                value: saidOf(kind, locale) || kind,
                without: inboxAddress({ ...without, kind: undefined }),
              },
            ]
          : []),
        ...(unread
          ? [
              {
                ...{ key: "unread", field: t("only"), removeLabel: remove(t("only")) },
                value: t("unread"),
                without: inboxAddress({ ...without, unread: undefined }),
              },
            ]
          : []),
      ]}
    >
      <SelectField id="inbox-filter-kind" name="kind" label={t("kind")} defaultValue={kind ?? ""}>
        <Options of={[{ value: "", label: "—" }, ...kinds]} />
      </SelectField>
      <CheckboxLabel
        name="unread"
        value="yes"
        defaultChecked={unread !== undefined}
        className="max-md:min-h-11"
      >
        {t("onlyUnread")}
      </CheckboxLabel>
    </FilterBar>
  )
}
