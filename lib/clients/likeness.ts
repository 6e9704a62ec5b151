const forms =
  /(股份有限责任公司|有限责任公司|股份有限公司|有限公司|分公司|总公司|集团公司|公司|集团|厂|co\.?,? ?ltd\.?|limited|ltd\.?|inc\.?|llc|corp\.?)$/
const places =
  /^(中国|北京|上海|天津|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|广西|内蒙古|西藏|宁夏|新疆|香港|澳门|杭州|宁波|温州|嘉兴|湖州|绍兴|金华|台州|南京|苏州|无锡|常州|南通|徐州|合肥|福州|厦门|泉州|济南|青岛|郑州|武汉|长沙|广州|深圳|东莞|佛山|珠海|成都|西安|沈阳|大连|哈尔滨|长春|昆明|贵阳|南昌|石家庄|太原|兰州|海口|南宁)(省|市|自治区|特别行政区)?/
const trades =
  /(信息技术|网络科技|信息科技|软件技术|电子商务|生物科技|科技发展|科技|技术|软件|信息|网络|数据|实业|贸易|商贸|发展|控股|管理|咨询|服务)$/

/** Below this a rest says nothing: 「新」 of 新科技 isn't a name. */
const least = 2

/**
 * A company's name without its form and its place, 杭州远山科技有限公司 and 远山科技（杭州） alike:
 * 远山科技.
 */
export function nameKeyOf(name: string): string {
  const plain = name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\(.*?\)|【.*?】/g, "")
    .replace(/[^\p{L}\p{N}.,& ]/gu, "")
    .trim()
  let key = plain
  for (let before = ""; before !== key; ) {
    before = key
    key = key.replace(forms, "").trim()
  }
  const bare = key.replace(places, "").replace(/[^\p{L}\p{N}]/gu, "")
  if ([...bare].length >= least) return bare
  return key.replace(/[^\p{L}\p{N}]/gu, "") || plain
}

/** What is left of a key without its trade, 远山 of 远山科技; the key where nothing would be. */
export function coreOf(key: string): string {
  const core = key.replace(trades, "")
  return [...core].length >= least ? core : key
}
