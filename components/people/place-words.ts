import { getTranslations } from "next-intl/server"
import { placeOf } from "@/lib/people/place"

/** 公司内网，10.2.14.33: in words as far as the address says it. */
export async function placeWords(): Promise<(address: string | null) => string> {
  const t = await getTranslations("people.place")
  return (address) => {
    const place = address && placeOf(address)
    return place ? t("at", { place: t(place), address }) : (address ?? "")
  }
}
