/**
 * Passwords that many people in China choose, most usual first: love said in figures, names and
 * keyboards in pinyin. Guessing lists made elsewhere don't know them.
 */
export const commonPasswords: readonly string[] = `
woaini1314 5201314 woaini520 woaini woaini521 a5201314 5201314a 1314520 woaini123 iloveyou520
5211314 1314521 520520 521521 1314 520 7758521 7758258 147258369 woaini1314520
aini1314 aini520 ai1314 wo5201314 q5201314 z5201314 asd5201314 qq5201314 520131400 15201314
a123456789 a123456 123456a 123456789a a12345678 aa123456 aaa123456 abc123456 qq123456 q123456
qaz123456 w123456 z123456 zxc123456 asd123456 qwe123456 qwer1234 1234qwer qwer123456 q1w2e3r4
1q2w3e4r 1qaz2wsx zaq12wsx qazwsxedc 1q2w3e4r5t qweasdzxc asdfghjkl zxcvbnm123 qwertyuiop123 poiuytrewq
123qwe asd123 zxc123 abcd1234 aaaa1111 a1b2c3d4 aa112233 112233 11223344 121212
123123123 123321 123654 321321 147852369 159357 159753 741852963 789456123 963852741
88888888 66666666 00000000 11111111 99999999 12345678 87654321 1234567890 0123456789 9876543210
168168 518518 888666 666888 168888 518888 588888 88886666 66668888 18181818
8888666 5858588 58585858 1688888 fafafa facai888 facai168 gongxifacai zhaocaijinbao dajidali
mima mima123 mima123456 mimashi mimamima womima wodemima wangjimima meiyoumima buzhidao
wobuzhidao buzhidao123 nishishui nishizhu nishizhu123 woshishui woshini woshiniba woshinibaba woshidashen
woshitiancai woshishabi woshihaoren woshinan woshinv wohenhao wohenni wohenaini woxihuanni woxiangni
wozhiaini woaiwojia woaibaba woaimama woailaopo woailaogong woaizhongguo woaini99 woaiziji woaixuexi
woaigongzuo woaimeinv woaishuijiao woaiwo woyaofacai woyaoxuexi woyaohuijia woyaobaofu woshilaoda woshilaoban
zhongguo zhongguo123 woaibeijing beijing2008 beijing123 shanghai shanghai123 shenzhen guangzhou hangzhou
chengdu nanjing wuhan123 tianjin chongqing xiamen123 taiwan123 xianggang zhonghua tiananmen
nihao nihao123 nihaoma nihao520 nihao2026 nimei nimeia caonima caonima123 caonimabi
hahaha hahaha123 haha123 heihei xixixi enenen lalala lololo aiaiai papapa
laopo laogong laopo520 laogong520 laopowoaini baobei baobei520 baobao baobao123 qinaide
xiaobao xiaobei xiaoming xiaohong xiaohei xiaobai xiaoxiao xiaoyu123 xiaolong xiaogou
xiaomao xiaozhu xiaojie xiaoqiang xiaoyaoyou longmao longlong feifei tiantian lele123
zhangwei zhangwei123 zhangsan lisi wangwu zhaoliu wangwei liwei123 lijun123 wangfang
liming chenchen yangyang lingling yuanyuan dandan jingjing tingting huanhuan nannan
mingming qiangqiang weiwei123 haohao binbin leilei pengpeng zhangjie wangjing zhouyu
shengrikuaile xinniankuaile gongxi zhufu pingan pinganfu yilupingan yifanfengshun xinxiangshicheng wanshiruyi
jintian mingtian zuotian xingqiyi xiaban shangban jiayou jiayou123 haohaoxuexi tiantianxiangshang
nuli123 chenggong chenggong123 meng123 mengxiang lixiang ziyou ziyou123 xingfu xingfu123
kuaile kuaile123 kaixin kaixin123 pengyou pengyou123 xiongdi xiongdi123 tongxue laoshi
admin888 admin123 admin123456 root123 test123456 guest123 user123456 ceshi ceshi123 ceshizhanghao
guanliyuan guanli123 xitong xitong123 gongsi gongsi123 bangong123 caiwu123 renshi123 yonghu123
taobao taobao123 weixin weixin123 zhifubao alipay123 qqmima wangyi163 sohu123 baidu123
huawei123 xiaomi123 p@ssw0rd p@ssword1 passw0rd123 welcome123 changeme123 letmein123 iloveyou1314 loveyou1314
wodeai1314 aini5201314 wxhn1314 wan1314 yisheng1314 yishengyishi yishengyishi1314 1314yishengyishi
`
  .trim()
  .split(/\s+/)
