import { describe, expect, it } from 'vitest';
import type { Territory } from '../api/types';
import { PlaceSearch } from './place-search';

const territory: Territory = {
  street: { id: 's', name: { zh: '街', en: 'S' }, timeZone: 'Asia/Shanghai' },
  communities: [{ id: 'xishan', kind: 'community', name: { zh: '西山社区', en: 'Xishan' } }],
  grids: [
    { id: 'xishan-01', communityId: 'xishan', name: { zh: '第一网格', en: 'Grid 1' }, polygon: null },
    { id: 'xishan-03', communityId: 'xishan', name: { zh: '第三网格', en: 'Grid 3' }, polygon: null },
  ],
  estates: [
    { id: 'huayu', name: { zh: '华宇钱塘', en: 'Huayu Qiantang' }, gridId: 'xishan-03', lat: 0, lon: 0, buildings: [
      { id: '1', name: { zh: '1幢', en: 'Building 1' }, gridId: 'xishan-03', lat: 0, lon: 0, units: ['1-1-101', '1-1-1101'] },
      { id: '9', name: { zh: '9幢', en: 'Building 9' }, gridId: 'xishan-01', lat: 0, lon: 0, units: ['9-2-301', '9-2-302'] },
      { id: '19', name: { zh: '19幢', en: 'Building 19' }, gridId: 'xishan-03', lat: 0, lon: 0, units: ['19-2-301'] },
    ] },
    { id: 'lanting', name: { zh: '山语兰亭', en: 'Shanyu Lanting' }, gridId: 'xishan-03', lat: 0, lon: 0, buildings: [{ id: '9', name: { zh: '9幢', en: 'Building 9' }, gridId: 'xishan-03', lat: 0, lon: 0, units: ['9-2-301'] }] },
  ],
};
const search = new PlaceSearch(territory, { estate: (id) => id, grid: (id) => id });
const first = (text: string) => search.find(text)[0]?.asked;

describe('a place said on the telephone', () => {
  it('is the unit, however it is written', () => {
    for (const text of ['华宇 9-2-301', '华宇9-2-301', '华宇钱塘9幢2单元301室', '华宇 9 2 301', 'huayu 9-2-301', '华宇9-301']) {
      expect(first(text), text).toEqual({ estate: 'huayu', building: '9', unit: '9-2-301' });
    }
  });

  it('is the building where no door is said, and never another with more digits', () => {
    expect(first('华宇9幢')).toEqual({ estate: 'huayu', building: '9' });
    expect(search.find('华宇9幢').every((one) => one.asked.building === '9')).toBe(true);
  });

  it('is every estate that has the unit, where no estate is said', () => {
    expect(search.find('9-2-301').filter((one) => one.asked.unit === '9-2-301').map((one) => one.asked.estate)).toEqual(['huayu', 'lanting']);
  });

  it('is the estate or the grid where only a name is said', () => {
    expect(first('兰亭')).toEqual({ estate: 'lanting' });
    expect(first('西山 第三')).toEqual({ gridId: 'xishan-03' });
    expect(first('xishan-03')).toEqual({ gridId: 'xishan-03' });
    expect(first('西山 3')).toEqual({ gridId: 'xishan-03' });
  });

  it('lies in the grid of its building, else of its estate', () => {
    expect(search.find('华宇9-2-301')[0]!.detail).toBe('xishan-01');
    expect(search.find('华宇1-1-101')[0]!.detail).toBe('xishan-03');
  });

  it('is nothing when nothing fits, and starts with the estates when nothing is said', () => {
    expect(search.find('月球')).toEqual([]);
    expect(search.find('').map((one) => one.key).slice(0, 2)).toEqual(['huayu', 'lanting']);
  });
});
