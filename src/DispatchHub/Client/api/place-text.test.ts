import { describe, expect, it } from 'vitest';
import { placeInEnglish, type NamedPlaces } from './place-text';

const places: NamedPlaces = {
  communities: [{ id: 'xishan', name: { zh: '西山社区', en: 'Xishan Community' } }],
  grids: [{ communityId: 'xishan', name: { zh: '第三网格', en: 'Grid 3' } }],
  estates: [{ name: { zh: '硖北里', en: 'Xiabeili' } }, { name: { zh: '硖北里二期', en: 'Xiabeili Phase 2' } }],
};

describe('the place of a case in English', () => {
  it('is the estate that fits best with its building', () => {
    expect(placeInEnglish('硖北里二期11幢', places)).toBe('Xiabeili Phase 2 11');
    expect(placeInEnglish('硖北里', places)).toBe('Xiabeili');
  });

  it('is the grid with its community, with a space between them or without', () => {
    expect(placeInEnglish('西山社区第三网格', places)).toBe('Xishan Community Grid 3');
    expect(placeInEnglish('西山社区 第三网格', places)).toBe('Xishan Community Grid 3');
  });

  it('stays as it was written when it is neither', () => {
    expect(placeInEnglish('老街桥头', places)).toBe('老街桥头');
    expect(placeInEnglish('未定位', places)).toBe('Unlocated');
  });
});
