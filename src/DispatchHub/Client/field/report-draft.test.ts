import { describe, expect, it } from 'vitest';
import { draftOf, emptyDraft, isEmpty, missingIn, placeAsked, recentFirst, reportBody, settles, type Draft } from './report-draft';

const full: Draft = {
  type: 'DEC-03', description: ' 拆飘窗 ', place: { kind: 'estate', estate: 'huayu-qiantang', building: '7', unit: '7-2-2001' }, inProgress: true, contact: '', then: 'keep', photos: [],
};

describe('a report that is written', () => {
  it('needs a type and a place, and nothing else', () => {
    expect(missingIn(emptyDraft)).toEqual(['type', 'place']);
    expect(missingIn({ ...emptyDraft, type: 'DEC-03', place: { kind: 'grid', gridId: 'xishan-03' } })).toEqual([]);
  });

  it('says only what was filled in', () => {
    expect(reportBody(full, 'gridWorker')).toEqual({
      type: 'DEC-03', description: '拆飘窗', place: { estate: 'huayu-qiantang', building: '7', unit: '7-2-2001' }, inProgress: true,
    });
  });

  it('is passed up or settled by a grid worker only', () => {
    expect(reportBody({ ...full, then: 'pass-up' }, 'gridWorker')).toMatchObject({ passUp: true });
    expect(reportBody({ ...full, then: 'pass-up' }, 'citizen')).not.toHaveProperty('passUp');
    expect(settles({ ...full, then: 'settle' }, 'gridWorker')).toBe(true);
    expect(settles({ ...full, then: 'settle' }, 'officer')).toBe(false);
  });

  it('comes back as it was when it has to be corrected', () => {
    const places: Draft['place'][] = [full.place, { kind: 'point', lat: 1, lon: 2, by: 'map', within: null }, { kind: 'grid', gridId: 'g' }];

    for (const place of places) {
      const draft: Draft = { ...full, description: '拆飘窗', place, then: 'pass-up' };
      expect(draftOf(reportBody(draft, 'gridWorker'), [])).toEqual(draft);
    }
  });

  it('is empty as long as nothing was chosen, written or photographed', () => {
    expect(isEmpty({ ...emptyDraft, description: ' ', then: 'settle' })).toBe(true);
    expect(isEmpty({ ...emptyDraft, photos: [new Blob(['x'])] })).toBe(false);
    expect(isEmpty({ ...emptyDraft, type: 'DEC-03' })).toBe(false);
  });

  it('may be about an estate as a whole, a point or a grid', () => {
    expect(placeAsked({ kind: 'estate', estate: 'e', building: null, unit: null })).toEqual({ estate: 'e' });
    expect(placeAsked({ kind: 'point', lat: 1, lon: 2, by: 'device', within: 9 })).toEqual({ lat: 1, lon: 2 });
    expect(placeAsked({ kind: 'grid', gridId: 'g' })).toEqual({ gridId: 'g' });
  });
});

it('recent things come first, each once and not too many', () => {
  expect(recentFirst([{ id: 'a' }, { id: 'b' }, { id: 'c' }], { id: 'c' }, 2)).toEqual([{ id: 'c' }, { id: 'a' }]);
});
