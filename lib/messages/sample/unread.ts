/**
 * How many of the newest messages somebody hasn't read, by place. Where anybody is named, everybody
 * else has read everything; elsewhere people read when they come to it.
 */
export const sampleUnread: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  "秋季版本 V3.2": { 柯南星: 5, 方圆: 6, 韩书瑶: 5 },
  "XS20261107 新品讲解稿": { 柯南星: 1, 何博文: 2, 谢明哲: 1 },
  远山科技二期: { 柯南星: 2, 梁音: 1, 许诺: 2 },
  研发部与产品部: { 戚雨桐: 3 },
  部门负责人: { 林默: 3, 周舟: 2, 高远: 3, 罗盘: 5 },
  产品部: { 柯南星: 3 },
  研发部: { 周舟: 1, 方圆: 1, 朱乐山: 3, 姜天佑: 4 },
  客服部: { 时雨: 1, 褚晓峰: 2 },
  市场部: { 高远: 1, 江离: 1 },
  远山科技: { 柯南星: 2, 段立: 2, 向阳: 3 },
  青禾零售: { 柯南星: 0, 王明哲: 1 },
  出库单同步失败: { 柯南星: 1, 周舟: 3 },
  闲聊群: { 林默: 1, 柯南星: 2, 周舟: 6, 金朵: 9 },
  "许诺—柯南星": { 柯南星: 1 },
  "何静—柯南星": { 柯南星: 1 },
  "周舟—石磊": { 石磊: 1 },
  "林默—何静": { 林默: 1 },
  "梁音—柯南星": { 柯南星: 1 },
}
