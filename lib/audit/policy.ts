import { type Actor, hasDuty } from "@/lib/platform/actor"

/** 平台管理 opens every page of 管理, 人事 only its own three: the log isn't one of them (decision 4). */
export const mayAudit = (actor: Actor): boolean => hasDuty(actor, "platform")
