import createNextIntlPlugin from "next-intl/plugin"

const withWords = createNextIntlPlugin("./lib/request-words.ts")

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  // `npm test` checks types; a mistake in a test must not keep the portal from starting.
  typescript: { ignoreBuildErrors: true },
  reactStrictMode: true,
  serverExternalPackages: ["better-sqlite3", "@node-rs/argon2", "pg", "pino", "sharp"],
  distDir: process.env.QIBU_BUILD || ".next",
  images: { unoptimized: true },
  turbopack: { resolveAlias: { "use-intl/format-message": "./lib/format-message.ts" } },
  // Pages are loaded when they are first opened: loading all of them at once delays the start.
  experimental: {
    preloadEntriesOnStart: false,
    // A page that asks while the portal restarts waits and asks again; else the browser would leave it
    // for an error page, with whatever is written on it.
    useOffline: true,
    // Written out it is half a gigabyte and takes a third of a build, and saves a fifth of the next.
    turbopackFileSystemCacheForBuild: false,
    optimizePackageImports: ["lucide-react", "radix-ui"],
  },
}

export default withWords(config)
