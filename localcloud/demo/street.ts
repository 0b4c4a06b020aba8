/** One branch of the demo street, before it has lived a day. */
export interface BranchPlan {
  id: string;
  name: string;
  volunteers: number;
  enterprises: readonly string[];
  organisation: string;
  manager: string;
  tellers: readonly [string, string];
  merchants: Record<MerchantKind, { owner: string; name: string }>;
  /** Where it meets; the first is where it cleans up. */
  places: readonly string[];
  /** Shifts its week against the first branch's, so that not all meet on the same day. */
  weekShift: number;
}

export type MerchantKind = 'market' | 'barber' | 'repairs';

export const STREET_NAME = '长江路街道';
export const BANK_NAME = '长江公益银行';
export const STREET_OFFICER = '刘科长';

/**
 * 22 enterprises, 155 volunteers and 4 organisations: the numbers with which the real bank began. The places are
 * in Huangdao, Qingdao; the people, firms and shops are invented.
 */
export const BRANCHES: readonly BranchPlan[] = [
  {
    id: '0211',
    name: '阿里山路储蓄所',
    volunteers: 52,
    enterprises: [
      '海之韵烘焙坊',
      '长顺五金店',
      '蓝岸物业',
      '同泰药房',
      '新芽托管班',
      '晨光文具店',
      '老渔港饭庄',
    ],
    organisation: '夕阳红互助会',
    manager: '王主任',
    tellers: ['李柜员', '张柜员'],
    merchants: {
      market: { owner: '赵老板', name: '便民超市' },
      barber: { owner: '何师傅', name: '春光理发店' },
      repairs: { owner: '梁师傅', name: '安心家电服务部' },
    },
    places: ['小区南门', '社区活动室', '阿里山路小广场', '党群服务中心'],
    weekShift: 0,
  },
  {
    id: '0212',
    name: '嘉陵江路储蓄所',
    volunteers: 41,
    enterprises: ['嘉和粮油店', '江畔茶社', '德善医疗器械行', '红帆船培训', '金穗面点房', '北辰汽修'],
    organisation: '小海鸥助学社',
    manager: '陈主任',
    tellers: ['孙柜员', '徐柜员'],
    merchants: {
      market: { owner: '胡老板', name: '惠民超市' },
      barber: { owner: '罗师傅', name: '快剪坊' },
      repairs: { owner: '宋师傅', name: '巧手修理铺' },
    },
    places: ['嘉陵江路口', '居委会一楼', '健身广场', '老年食堂'],
    weekShift: 1,
  },
  {
    id: '0213',
    name: '武夷山路储蓄所',
    volunteers: 34,
    enterprises: ['武夷园艺', '诚信打印社', '安邻保洁', '清泉水站', '知味小厨'],
    organisation: '邻里护老队',
    manager: '谢主任',
    tellers: ['韩柜员', '唐柜员'],
    merchants: {
      market: { owner: '程老板', name: '邻里生鲜' },
      barber: { owner: '曹师傅', name: '街坊理发室' },
      repairs: { owner: '袁师傅', name: '家电医生工作室' },
    },
    places: ['武夷山路公园', '社区图书角', '三号楼前', '物业大厅'],
    weekShift: 3,
  },
  {
    id: '0214',
    name: '富春江路储蓄所',
    volunteers: 28,
    enterprises: ['富春照相馆', '海星幼儿托育', '众联快递驿站', '和顺裁缝铺'],
    organisation: '绿手指环保社',
    manager: '许主任',
    tellers: ['吕柜员', '苏柜员'],
    merchants: {
      market: { owner: '沈老板', name: '家家乐超市' },
      barber: { owner: '彭师傅', name: '新发艺' },
      repairs: { owner: '傅师傅', name: '老傅维修' },
    },
    places: ['富春江路早市', '邻里会客厅', '滨河步道', '文体中心'],
    weekShift: 4,
  },
];
