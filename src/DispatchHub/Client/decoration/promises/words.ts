import { words } from '../../words/say';

export const promiseWords = words({
  page: { en: 'Page', zh: '页面' },
  code: { en: 'QR code', zh: '二维码' },
  erased: { en: 'erased {at}', zh: '{at} 自动删除' },
  photos: { en: 'Photos that they see, made coarse', zh: '对外展示的照片（模糊处理）' },
  photo: { en: 'Photo {n}', zh: '照片 {n}' },
});

export const partyWords = words({
  reporter: { en: 'The reporter', zh: '反映人' },
  owner: { en: 'The owner', zh: '业主' },
});

export const outcomeWords = words({
  satisfied: { en: 'solved, satisfied', zh: '已解决，满意' },
  unsatisfied: { en: 'solved, not satisfied', zh: '已解决，不满意' },
  'not-solved': { en: 'not solved', zh: '没有解决' },
});
