import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metres, walkLength, walkOrder, type Stop } from './walk-order';

const START = { lat: 30.52, lon: 120.66 };
const stop = fc.record({ lat: fc.double({ min: 30.51, max: 30.53, noNaN: true }), lon: fc.double({ min: 120.65, max: 120.67, noNaN: true }) });

describe('the walk', () => {
  it('goes along a road without turning back', () => {
    const road = [3, 1, 4, 2].map((n) => ({ n, lat: 30.52, lon: 120.66 + n / 1_000 }));

    expect(walkOrder(road, START).map((one) => one.n)).toEqual([1, 2, 3, 4]);
  });

  it('gives up the nearest next where that makes it longer', () => {
    // The nearest first would leave the single one in the west for the end.
    const stops = [1, 2.5, 4].map((n) => ({ lat: 30.52, lon: 120.66 + n / 1_000 })).concat({ lat: 30.52, lon: 120.66 - 1.1 / 1_000 });

    expect(walkLength(walkOrder(stops, START), START)).toBeCloseTo(metres({ lat: 30.52, lon: 120.66 - 1.1 / 1_000 }, START) * 2 + metres(START, { lat: 30.52, lon: 120.664 }), 3);
  });

  it('has every stop once and cannot be made shorter by turning a stretch round', () => {
    fc.assert(
      fc.property(fc.array(stop, { maxLength: 15 }), (stops) => {
        const walk = walkOrder(stops, START);

        expect([...walk].sort(byPlace)).toEqual([...stops].sort(byPlace));
        for (let from = 0; from < walk.length; from++) {
          for (let to = from + 1; to < walk.length; to++) {
            const turned = [...walk.slice(0, from), ...walk.slice(from, to + 1).reverse(), ...walk.slice(to + 1)];
            expect(walkLength(turned, START)).toBeGreaterThan(walkLength(walk, START) - 1e-3);
          }
        }
      }),
    );
  });
});

function byPlace(a: Stop, b: Stop): number {
  return a.lat - b.lat || a.lon - b.lon;
}
