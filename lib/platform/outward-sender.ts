import type { PersonActor } from "./actor"
import type { Ctx } from "./context"

/**
 * How a module sends something that was kept until somebody cleared let it out (decision 31). Asked as
 * its author, in the transaction that marks it as sent.
 */
export interface OutwardSender {
  /** Writers with the same key take turns. */
  lock?: string
  /**
   * Sends it by the same permissions as at a desk, without asking what is in it again.
   * @param input what was kept; read with the module's own schema
   * @throws Refusal when it can't be sent any more
   */
  send(ctx: Ctx & { actor: PersonActor }, input: unknown): Promise<void>
}
