/** The least that Next can do: no words, no session, no policy. Built in a copy under .cache. */
/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["better-sqlite3"],
  turbopack: { root: process.env.QIBU_BENCH_ROOT },
}
