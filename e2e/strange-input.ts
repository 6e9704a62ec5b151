/** Values that a field wasn't made for. */
const strange: unknown[] = [
  null,
  true,
  -1,
  0,
  1.5,
  1e20,
  9_007_199_254_740_991,
  999_999_999,
  "",
  "1 or 1=1",
  "'; drop table tasks; --",
  "\u0000",
  "a\u0000b",
  "\ud800",
  "\u202e\u2066x",
  "x".repeat(20_000),
  "汉".repeat(20_000),
  "2026-02-30T25:61",
  "9999-12-31T23:59",
  "0000-01-01T00:00",
  [],
  ["x"],
  Array.from({ length: 2_000 }, () => "x"),
  {},
  { $ne: null },
  "$T0",
  "$undefined",
  "$NaN",
  "$Infinity",
  "$-0",
  "$n99999999999999999999",
  "$D2026-99-99",
]

/** The arguments as a person sends them, one thing in them different each time. */
export function strangeVersions(args: unknown[]): unknown[][] {
  const [first] = args
  const lists = [[], [null], [1, 2, 3], ...strange.map((value) => [value])]
  if (typeof first !== "object" || first === null)
    return [...lists, ...strange.map((value) => [...args.slice(0, -1), value])]
  const fields = Object.keys(first).flatMap((name) =>
    strange.map((value) => [{ ...first, [name]: value }]),
  )
  const without = Object.keys(first).map((name) => [{ ...first, [name]: undefined }])
  const extra = ["role", "personId", "constructor", "key", "$ACTION_KEY"].map((name) => [
    { ...first, [name]: "x".repeat(70) },
  ])
  return [...lists, ...fields, ...without, ...extra]
}

/** Whole bodies in the protocol between page and server, with things in them that aren't data. */
export const strangeBodies = [
  "{}",
  "[1]",
  "[null]",
  '["$K1"]',
  '["$T0"]',
  '[{"name":"$T0"}]',
  '["$undefined"]',
  "[[]]",
  '["$@0"]',
  '[{"__proto__":{"name":"x"}}]',
  `[${'{"name":'.repeat(40)}1${"}".repeat(40)}]`,
]
