/** Values that a field wasn't made for. */
const strange: unknown[] = [
  -1,
  1e20,
  9_007_199_254_740_991,
  "'; drop table tasks; --",
  "a\u0000b",
  "\ud800",
  "9999-12-31T23:59",
  null,
  1.5,
  "",
  "\u202e\u2066x",
  "汉".repeat(20_000),
  "2026-02-30T25:61",
  [],
  Array.from({ length: 2_000 }, () => "x"),
  {},
  { $ne: null },
  "$T0",
  "$NaN",
  "$n99999999999999999999",
  "$D2026-99-99",
]

/** What a person sends, one thing in it different each time. */
export function strangeVersions(input: object): unknown[] {
  const names = Object.keys(input)
  const fields = names.flatMap((name) => strange.map((value) => ({ ...input, [name]: value })))
  const without = names.map((name) => ({ ...input, [name]: undefined }))
  const extra = ["role", "personId", "constructor", "key", "$ACTION_KEY"].map((name) => ({
    ...input,
    [name]: "x".repeat(70),
  }))
  return [...strange, ...fields, ...without, ...extra]
}
