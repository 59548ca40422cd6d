import { beforeAll, describe, expect, it } from 'vitest';
import { city } from '../api/city';
import type { Catalogue } from '../api/types';
import { language } from '../words/language';
import { typesText } from './surge-types';

beforeAll(() => {
  const type = (code: string, scene: string) => ({ code, scene, title: { zh: code, en: code } });
  city.catalogue = {
    types: [type('A-1', 'a'), type('A-2', 'a'), type('B-1', 'b')],
    scenes: { a: { zh: '甲', en: 'Scene A' }, b: { zh: '乙', en: 'Scene B' } },
  } as unknown as Catalogue;
  language.current = 'en';
});

describe('the types of a surge', () => {
  it('are said one by one, and a whole scene by its own name', () => {
    expect(typesText(['A-1', 'B-1'])).toBe('A-1, B-1');
    expect(typesText(['A-2', 'A-1'])).toBe('Scene A');
  });

  it('are said of none as nothing, since then it is over all', () => {
    expect(typesText([])).toBe('');
  });
});
