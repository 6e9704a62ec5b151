import { pino } from "pino"
import { env } from "./env"

/** JSON lines on standard error, with whatever could open a door masked. */
export const log = pino(
  {
    level: env().log,
    base: undefined,
    serializers: { err: withoutValues },
    redact: {
      paths: [
        "password",
        "token",
        "secret",
        "cookie",
        "authorization",
        "*.password",
        "*.token",
        "*.secret",
      ],
      censor: "…",
    },
  },
  pino.destination({ fd: 2, sync: true }),
)

/**
 * An error as the log has it: of a query that failed its words, never the values that were being
 * written, which Drizzle puts into the message and PostgreSQL into `detail` and `where`.
 */
export function withoutValues(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const { params, detail, where, ...read } = pino.stdSerializers.err(error)
  const values = valuesIn(error)
  const cut = (text: string) => values.reduce((rest, each) => rest.replaceAll(each, ""), text)
  return { ...read, message: cut(read.message), stack: cut(read.stack) }
}

function valuesIn(error: unknown): string[] {
  if (!(error instanceof Error)) return []
  const own = "params" in error ? [`\nparams: ${error.params}`] : []
  return [...own, ...valuesIn(error.cause)]
}
