import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moved, onScreen, Plan, underScreen } from './plan';

const plan = new Plan({ lat: 30.52, lon: 120.68 });
const size = { x: 390, y: 400 };

describe('the plan of a grid', () => {
  it('gives back the place that it was given, to the centimetre', () => {
    fc.assert(
      fc.property(fc.double({ min: 30.4, max: 30.6, noNaN: true }), fc.double({ min: 120.6, max: 120.8, noNaN: true }), (lat, lon) => {
        const back = plan.toPlace(plan.toPlan({ lat, lon }));
        expect(back.lat).toBeCloseTo(lat, 7);
        expect(back.lon).toBeCloseTo(lon, 7);
      }),
    );
  });

  it('has metres that are metres', () => {
    const a = plan.toPlan({ lat: 30.52, lon: 120.68 });
    const b = plan.toPlan({ lat: 30.521, lon: 120.68 });
    expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeCloseTo(111.3, 0);
  });

  it('shows all of a box when it is fitted', () => {
    const view = plan.fit([120.67, 30.51, 120.69, 30.53], size.x, size.y);
    for (const place of [{ lat: 30.51, lon: 120.67 }, { lat: 30.53, lon: 120.69 }]) {
      const at = onScreen(view, size, plan.toPlan(place));
      expect(at.x).toBeGreaterThanOrEqual(0);
      expect(at.x).toBeLessThanOrEqual(size.x);
      expect(at.y).toBeGreaterThanOrEqual(0);
      expect(at.y).toBeLessThanOrEqual(size.y);
    }
  });

  it('keeps under the finger what was under it, however it is moved and pinched', () => {
    const px = fc.record({ x: fc.integer({ min: 0, max: 390 }), y: fc.integer({ min: 0, max: 400 }) });
    fc.assert(
      fc.property(px, px, fc.double({ min: 0.2, max: 5, noNaN: true }), (from, to, factor) => {
        const view = { middle: { x: 10, y: -20 }, scale: 1 };
        const held = underScreen(view, size, from);
        const after = onScreen(moved(view, size, from, to, factor, 0.1), size, held);
        expect(after.x).toBeCloseTo(to.x, 6);
        expect(after.y).toBeCloseTo(to.y, 6);
      }),
    );
  });
});
