import { describe, expect, it } from 'vitest';
import { blocksOf, gridAt, nearestBlock, type Ground } from './grounds';
import { Plan } from './plan';

const building = (id: string, lat: number, lon: number) => ({ id, gridId: 'g', lat, lon, name: { zh: '', en: '' }, units: [] });
const ground: Ground = {
  grids: [
    { id: 'none', communityId: 'c', name: { zh: '', en: '' }, polygon: null },
    { id: 'g', communityId: 'c', name: { zh: '', en: '' }, polygon: { type: 'MultiPolygon', coordinates: [[[[120, 30], [120.01, 30], [120.01, 30.01], [120, 30.01], [120, 30]]]] } },
  ],
  estates: [
    { id: 'e', name: { zh: '', en: '' }, gridId: 'g', lat: 30.005, lon: 120.005, buildings: [building('1', 30.005, 120.005), building('3', 30.005, 120.005), building('7', 30.008, 120.005)] },
  ],
};
const plan = new Plan({ lat: 30.01, lon: 120 });

describe('the grounds of a street', () => {
  it('know the grid of a place, and that there is none', () => {
    expect(gridAt(ground, { lat: 30.001, lon: 120.001 })).toBe('g');
    expect(gridAt(ground, { lat: 31, lon: 120.001 })).toBeNull();
  });

  it('draw buildings at one point as one', () => {
    expect(blocksOf(ground).map((block) => block.ids)).toEqual(['1/3', '7']);
  });

  it('name a place after the nearest building, and after none that is far', () => {
    const near = (lat: number) => nearestBlock(blocksOf(ground), plan, { lat, lon: 120.005 })?.ids ?? null;
    expect(near(30.0052)).toBe('1/3');
    expect(near(30.0078)).toBe('7');
    expect(near(30.0065)).toBeNull();
  });
});
