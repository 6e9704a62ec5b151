declare global {
  var __webpack_nonce__: string | undefined
}

/** Radix's scroll lock adds a <style>; under our CSP it needs the page's nonce to count. */
export function lendNonce() {
  if (typeof document === "undefined" || globalThis.__webpack_nonce__) return
  globalThis.__webpack_nonce__ = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce
}
