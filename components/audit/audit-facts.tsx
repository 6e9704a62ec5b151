import { getTranslations } from "next-intl/server"
import { Fragment, type ReactNode } from "react"
import type { AuditList } from "@/components/audit/audit-rows"
import { auditTerms } from "@/components/audit/audit-terms"
import { Link } from "@/components/ui/link"
import { type AuditFilter, addressOf, narrowing } from "@/lib/audit/filter"
import { type AuditEvent, sameRequest } from "@/lib/audit/queries"
import { doerOf, type Session, sessionFor } from "@/lib/audit/sources"
import { deviceName } from "@/lib/people/device-name"
import { placeKey } from "@/lib/platform/naming"

const shown = 6

/** Numbers to name it by, the sign-in it came by, and what the same request did besides. */
export async function AuditFacts({
  event,
  filter,
  list: { say, around, moments },
}: {
  event: AuditEvent
  filter: AuditFilter
  list: AuditList
}) {
  const [t, caused] = await Promise.all([getTranslations("audit"), sameRequest(event)])
  const session = sessionFor(event, around.sessions)
  const record = around.titles.get(placeKey(event))
  const doer = doerOf(event)
  const facts: [string, ReactNode][] = [
    [
      t("fact.at"),
      `${moments.full(event.at)}.${String(event.at.getMilliseconds()).padStart(3, "0")}`,
    ],
    [t("fact.id"), `#${event.id}`],
    [t("fact.request"), event.requestId],
    [t("fact.session"), session && (await signedIn(session))],
    [
      t("fact.caused"),
      caused.length > 0 &&
        caused.slice(0, shown).map((other, i) => (
          <Fragment key={other.id}>
            {i > 0 && t("fact.between")}
            <Link href={addressOf({ before: other.id + 1, open: other.id })} className="link">
              {say.action(other)}
            </Link>
          </Fragment>
        )),
    ],
    [
      t("fact.object"),
      record && (
        <Link href={record.href} data-object className="link">
          {record.title}
        </Link>
      ),
    ],
  ]
  return (
    <>
      <dl className="grid grid-cols-[72px_minmax(0,1fr)] gap-y-1 text-meta">
        {facts.map(([name, value]) =>
          value ? (
            <Fragment key={name}>
              <dt className="text-ink-3">{name}</dt>
              <dd className="wrap-anywhere">{value}</dd>
            </Fragment>
          ) : null,
        )}
      </dl>
      {doer !== null && (
        <p className="mt-2 text-meta">
          <Link
            href={addressOf({ ...narrowing(filter), person: `#${doer}` })}
            data-person
            className="link"
          >
            {t("onlyPerson")}
          </Link>
        </p>
      )}
    </>
  )
}

async function signedIn({ device, createdAt }: Session): Promise<string> {
  const [t, { locale, moments }] = await Promise.all([getTranslations("audit"), auditTerms()])
  const { system, browser } = deviceName(device, locale)
  const named = [system, browser].filter(Boolean).join(locale === "zh" ? "，" : ", ")
  return t("signedInAt", { device: named || t("unknownDevice"), when: moments.full(createdAt) })
}
