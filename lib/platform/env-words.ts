/** What a wrong environment variable is answered with; `{0}` is the value that was given. */
export const envWords = {
  zh: {
    refused: "环境变量有误：",
    PORT: "PORT 应是 0 到 65535 的整数（现在是“{0}”）",
    HOST: "HOST 应是主机名或 IP 地址（现在是“{0}”）",
    QIBU_DATA: "QIBU_DATA 应是一个文件夹（现在是“{0}”）",
    DATABASE_URL: "DATABASE_URL 应为空，或形如 postgres://用户:密码@主机:5432/库名",
    QIBU_URL: "QIBU_URL 应是不带路径的完整地址，如 https://portal.example.cn（现在是“{0}”）",
    QIBU_TRUSTED_PROXIES:
      "QIBU_TRUSTED_PROXIES 应是用逗号分隔的 IP 或网段，如 127.0.0.1,10.0.0.0/8（现在是“{0}”）",
    QIBU_DEMO: "QIBU_DEMO 应为空或 1（现在是“{0}”）",
    QIBU_LOG: "QIBU_LOG 应为 trace、debug、info、warn、error、fatal 或 silent（现在是“{0}”）",
  },
  en: {
    refused: "Wrong environment: ",
    PORT: "PORT must be a whole number from 0 to 65535 (it is “{0}”)",
    HOST: "HOST must be a host name or an IP address (it is “{0}”)",
    QIBU_DATA: "QIBU_DATA must be a folder (it is “{0}”)",
    DATABASE_URL: "DATABASE_URL must be empty or like postgres://user:password@host:5432/name",
    QIBU_URL:
      "QIBU_URL must be an absolute address without a path, like https://portal.example.cn (it is “{0}”)",
    QIBU_TRUSTED_PROXIES:
      "QIBU_TRUSTED_PROXIES must be IP addresses or networks with commas between, like 127.0.0.1,10.0.0.0/8 (it is “{0}”)",
    QIBU_DEMO: "QIBU_DEMO must be empty or 1 (it is “{0}”)",
    QIBU_LOG: "QIBU_LOG must be trace, debug, info, warn, error, fatal or silent (it is “{0}”)",
  },
} as const
