import { getLocale, getTranslations } from "next-intl/server"
import { ActButton } from "@/components/people/act-button"
import { placeWords } from "@/components/people/place-words"
import { Icon } from "@/components/ui/icon"
import type { IconName } from "@/components/ui/icon-names"
import { Link } from "@/components/ui/link"
import { when } from "@/lib/calendar/when"
import type { HistoryRow } from "@/lib/people/security-history"

type Key =
  | "signedIn"
  | "signedInTotp"
  | "signedInRecovery"
  | "signedInSso"
  | "newPlace"
  | "failed"
  | "failedCode"
  | "password"
  | "passwordLink"
  | "factorAdded"
  | "factorRemoved"
  | "factorCodes"
  | "signedOut"
  | "signedOutOthers"
  | "confirmed"
  | "disowned"

type Look = { key: Key; icon: IconName }

function signedIn({ data, open }: HistoryRow): Look {
  if (open) return { key: "newPlace", icon: "triangle-alert" }
  if (data.second === "recovery") return { key: "signedInRecovery", icon: "file-key" }
  if (data.method === "sso") return { key: "signedInSso", icon: "log-in" }
  return { key: data.second === "totp" ? "signedInTotp" : "signedIn", icon: "log-in" }
}

const factor: Record<string, Look> = {
  added: { key: "factorAdded", icon: "shield-check" },
  removed: { key: "factorRemoved", icon: "shield-alert" },
  codes: { key: "factorCodes", icon: "file-key" },
}

const looks: Record<string, (row: HistoryRow) => Look> = {
  "person.signed_in": signedIn,
  "person.sign_in_failed": ({ data }) => ({
    key: data.step === "code" ? "failedCode" : "failed",
    icon: "x",
  }),
  "person.sign_in_confirmed": () => ({ key: "confirmed", icon: "check" }),
  "person.sign_in_disowned": () => ({ key: "disowned", icon: "shield-alert" }),
  "person.signed_out": ({ data }) => ({
    key: data.why === "here" ? "signedOut" : "signedOutOthers",
    icon: "log-out",
  }),
  "person.password_changed": () => ({ key: "password", icon: "key-round" }),
  "person.password_link": () => ({ key: "passwordLink", icon: "link" }),
  "person.second_factor": ({ data }) =>
    factor[String(data.change)] ?? { key: "factorAdded", icon: "shield-check" },
}

/** 安全记录, newest first; an unusual sign-in asks whether it was me. */
export async function History({ rows, more }: { rows: HistoryRow[]; more?: string }) {
  const [t, w, locale, place] = await Promise.all([
    getTranslations("people.history"),
    when(),
    getLocale(),
    placeWords(),
  ])
  const comma = locale === "zh" ? "，" : ", "
  return (
    <section aria-labelledby="history">
      <h2 id="history" className="text-panel">
        {t("title")}
      </h2>
      {rows.length === 0 && <p className="mt-2 text-control text-ink-3">{t("none")}</p>}
      <ul className="mt-3 flex flex-col gap-3.5">
        {rows.map((row) => {
          const look = looks[row.type]?.(row) ?? signedIn(row)
          return (
            <li key={row.id} className="flex gap-2.5">
              <Icon
                name={look.icon}
                size={14}
                className={`mt-0.5 ${row.open ? "text-support" : "text-ink-3"}`}
              />
              <div className="min-w-0">
                <p className="text-control">{t(look.key)}</p>
                <p className="text-meta text-ink-2">
                  <time dateTime={row.at.toISOString()}>{`${w.moment(row.at)}`}</time>
                  {row.address && `${comma}${place(row.address)}`}
                </p>
                {row.open && (
                  <div className="mt-1.5 flex gap-2">
                    <ActButton act="wasMe" id={row.id}>
                      {t("me")}
                    </ActButton>
                    <ActButton act="wasNotMe" id={row.id} danger>
                      {t("notMe")}
                    </ActButton>
                  </div>
                )}
              </div>
            </li>
          )
        })}
      </ul>
      {more && (
        <p className="mt-4">
          <Link href={more} className="link text-control">
            {t("more")}
          </Link>
        </p>
      )}
    </section>
  )
}
