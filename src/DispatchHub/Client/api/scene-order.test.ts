import { describe, expect, it } from 'vitest';
import { inSceneOrder } from './scene-order';

const type = (code: string, scene: string) => ({ code, scene });

describe('the types of a pack', () => {
  it('stand in the order of its scenes, with those of no scene last', () => {
    const types = [type('DEC-01', 'decoration'), type('DEC-02', 'decoration'), type('FIRE-01', 'other'), type('GRN-01', 'greening'), type('ILL-01', 'construction')];
    const scenes = { construction: {}, decoration: {}, greening: {} };
    expect(inSceneOrder(types, scenes).map((one) => one.code)).toEqual(['ILL-01', 'DEC-01', 'DEC-02', 'GRN-01', 'FIRE-01']);
  });
});
