import { describe, expect, it, vi } from 'vitest';
import { calendars, WorkingTime } from './working-time';

const asked: string[] = [];

vi.mock('../api/http', () => ({
  get: async (path: string) => {
    asked.push(path);
    const from = new URL(path, 'http://hub').searchParams.get('from')!;
    return { id: 'office', zone: 'UTC', standardDayMs: 27_000_000, spans: [{ from, to: new Date(Date.parse(from) + 3_600_000).toISOString() }] };
  },
}));

const at = (text: string) => Date.parse(text);
const fetched = () => new Promise<void>((done) => calendars.addEventListener('change', () => done(), { once: true }));

describe('working time', () => {
  const day = new WorkingTime([{ from: '2026-03-10T08:30:00Z', to: '2026-03-10T12:00:00Z' }, { from: '2026-03-10T13:30:00Z', to: '2026-03-10T17:30:00Z' }], 27_000_000);

  it('between two instants leaves out what lies outside the spans', () => {
    expect(day.between(at('2026-03-10T11:00:00Z'), at('2026-03-10T14:00:00Z'))).toBe(90 * 60_000);
    expect(day.between(at('2026-03-10T12:10:00Z'), at('2026-03-10T13:20:00Z'))).toBe(0);
  });

  it('ends with the end of a span', () => {
    expect(day.isWorking(at('2026-03-10T08:30:00Z'))).toBe(true);
    expect(day.isWorking(at('2026-03-10T12:00:00Z'))).toBe(false);
  });
});

describe('the calendars', () => {
  it('that were asked for before the city’s time was known are asked for again around it', async () => {
    const first = fetched();
    expect(calendars.of('office', at('2026-11-24T08:00:00Z'))).toBeNull();
    await first;
    const second = fetched();
    expect(calendars.of('office', at('2026-03-10T08:00:00Z'))).toBeNull();
    await second;
    expect(calendars.of('office', at('2026-03-10T08:00:00Z'))?.dayMs).toBe(27_000_000);
    expect(asked).toHaveLength(2);
    expect(asked[1]).toContain('from=2026-01-24');
  });
});
