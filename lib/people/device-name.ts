const systems: readonly [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/, "HarmonyOS"],
  [/iPad/, "iPad"],
  [/iPhone/, "iPhone"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/CrOS/, "ChromeOS"],
  [/Mac OS X|Macintosh/, "macOS"],
  [/Linux/, "Linux"],
]

// Every browser also claims to be Chrome or Safari, so the special ones come first.
const browsers: readonly [RegExp, { zh: string; en: string }][] = [
  [/MicroMessenger/, { zh: "微信", en: "WeChat" }],
  [/DingTalk/, { zh: "钉钉", en: "DingTalk" }],
  [/Edg(e|A|iOS)?\//, { zh: "Edge 浏览器", en: "Edge" }],
  [/QQBrowser/, { zh: "QQ 浏览器", en: "QQ Browser" }],
  [/UCBrowser|UBrowser/, { zh: "UC 浏览器", en: "UC Browser" }],
  [/HuaweiBrowser/, { zh: "华为浏览器", en: "Huawei Browser" }],
  [/OPR\/|Opera/, { zh: "Opera 浏览器", en: "Opera" }],
  [/Firefox|FxiOS/, { zh: "Firefox 浏览器", en: "Firefox" }],
  [/Chrome|CriOS|Chromium/, { zh: "Chrome 浏览器", en: "Chrome" }],
  [/Safari/, { zh: "Safari 浏览器", en: "Safari" }],
]

const handheld = /iPhone|iPad|Android|HarmonyOS.*Mobile|Mobile/

export interface DeviceName {
  /** Empty when the browser doesn't say. */
  system: string
  browser: string
  handheld: boolean
}

/** What a browser says it is, as people call it. */
export function deviceName(userAgent: string | null, locale: "zh" | "en"): DeviceName {
  const text = userAgent ?? ""
  return {
    system: systems.find(([sign]) => sign.test(text))?.[1] ?? "",
    browser: browsers.find(([sign]) => sign.test(text))?.[1][locale] ?? "",
    handheld: handheld.test(text),
  }
}
