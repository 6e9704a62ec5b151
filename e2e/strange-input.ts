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

const parts = "multipart/form-data; boundary=cut"
const part = (name: string, value: string) =>
  `--cut\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`

/** Content types with bodies that aren't what they say, as no browser writes them. */
export const unreadable = (actionId: string): [string, string][] => [
  [parts, ""],
  [parts, "--cut"],
  [parts, part("0", "[1]")],
  [parts, `${part("0", "{")}--cut--`],
  [parts, `${part("0", '["$K1"]')}--cut--`],
  [parts, `${part(`$ACTION_ID_${actionId}`, "")}`],
  [
    parts,
    `${part("$ACTION_REF_1", "")}${part("$ACTION_1:0", `{"id":"${actionId}","bound":"$@1"}`)}--cut--`,
  ],
  [parts, `${part("$ACTION_ID_nothing", "")}--cut--`],
  ["multipart/form-data", "no boundary"],
  ["text/plain;charset=UTF-8", ""],
  ["text/plain;charset=UTF-8", "{"],
  ["text/plain;charset=UTF-8", '"$F1"'],
  ["application/json", "["],
  ["application/x-www-form-urlencoded", "a=%"],
  ["nothing/known", "x"],
]

const values = [
  "",
  "%00",
  "%ff",
  "-1",
  "0",
  "1e20",
  "9".repeat(30),
  "../x",
  "a.b",
  "zz.zz",
  "%F0%9F",
  "x'--",
]
const places = ["/tasks/", "/people/", "/files/", "/password/"]
const queries = ["/tasks?view", "/tasks?after", "/tasks?department", "/tasks?state", "/tasks?sort"]
const more = [
  "/search?q",
  "/people?q",
  "/people?view",
  "/people?department",
  "/people?post",
  "/people?after",
  "/people/chart?q",
  "/people/chart?open",
  "/people/chart?at",
  "/search?kind",
  "/inbox?state",
  "/inbox?after",
  "/login?next",
  "/setup?step",
]

/** Addresses that no link of ours leads to. */
export const strangeAddresses: string[] = [
  ...places.flatMap((place) => values.slice(1).map((value) => place + value)),
  ...[...queries, ...more].flatMap((name) =>
    values.flatMap((value) => [`${name}=${value}`, `${name}=1&${name.split("?")[1]}=${value}`]),
  ),
  "/tasks/1/edit?x=%00",
  "/%c0%ae%c0%ae/etc/passwd",
  "//evil.example/",
  "/_next/../../package.json",
]
