import { get } from '../api/http';
import type { CalendarSpans } from '../api/types';

const DAY_MS = 86_400_000;
const BACK_DAYS = 45;
const AHEAD_DAYS = 120;

/** Calendars are kept on the device, for countdowns without a network. */
const STORED = 'dispatch.calendar';

interface Fetched {
  spans: CalendarSpans;
  /** City time around which it was asked for, Unix ms. */
  around: number;
}

/** The working spans of a calendar between two instants, with sums, so that any span of working time is two binary searches. */
export class WorkingTime {
  private readonly from: Float64Array;
  private readonly to: Float64Array;
  private readonly before: Float64Array;

  constructor(
    spans: readonly { from: string; to: string }[],
    /** How long one working day is, ms. */
    readonly dayMs = DAY_MS,
  ) {
    this.from = Float64Array.from(spans, (span) => Date.parse(span.from));
    this.to = Float64Array.from(spans, (span) => Date.parse(span.to));
    this.before = new Float64Array(spans.length);
    for (let i = 1; i < spans.length; i++) {
      this.before[i] = this.before[i - 1]! + this.to[i - 1]! - this.from[i - 1]!;
    }
  }

  /** Working ms between two instants. */
  between(from: number, to: number): number {
    return this.upTo(to) - this.upTo(from);
  }

  /** Whether an instant lies in working time; the end of a span does not. */
  isWorking(at: number): boolean {
    const i = this.lastFrom(at);
    return i >= 0 && at < this.to[i]!;
  }

  private upTo(at: number): number {
    const i = this.lastFrom(at);
    return i < 0 ? 0 : this.before[i]! + Math.min(at, this.to[i]!) - this.from[i]!;
  }

  private lastFrom(at: number): number {
    let low = 0;
    let high = this.from.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.from[middle]! <= at) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }
}

/** The city's calendars as far as anybody has asked for them. Sends `change` when one has come. */
class Calendars extends EventTarget {
  private readonly held = new Map<string, { time: WorkingTime; from: number; until: number }>();
  private readonly asked = new Set<string>();
  private readonly recalled = new Set<string>();

  /**
   * The working time of a calendar around `now`; null until it has been fetched, which this starts. What was fetched for another
   * time does not count: a page may ask before it knows the city's time, and a demo's city may lie months away.
   */
  of(id: string, now: number): WorkingTime | null {
    this.recall(id);
    const held = this.held.get(id);
    if (!held || now < held.from || held.until < now) {
      void this.fetch(id, now);
    }
    return held && held.from <= now && now < held.until + (AHEAD_DAYS * DAY_MS) / 2 ? held.time : null;
  }

  private async fetch(id: string, now: number): Promise<void> {
    if (this.asked.has(id)) {
      return;
    }
    this.asked.add(id);
    const from = new Date(now - BACK_DAYS * DAY_MS).toISOString();
    const to = new Date(now + AHEAD_DAYS * DAY_MS).toISOString();
    try {
      const spans = await get<CalendarSpans>(`/api/calendars/${id}?from=${from}&to=${to}`);
      this.take(id, { spans, around: now });
      this.dispatchEvent(new Event('change'));
      this.asked.delete(id);
      localStorage.setItem(`${STORED} ${id}`, JSON.stringify({ spans, around: now } satisfies Fetched));
    } catch {
      // Countdowns run in real time until the calendar comes.
      setTimeout(() => this.asked.delete(id), 5_000);
    }
  }

  private recall(id: string): void {
    if (this.recalled.has(id) || typeof localStorage === 'undefined') {
      return;
    }
    this.recalled.add(id);
    const stored = localStorage.getItem(`${STORED} ${id}`);
    if (stored) {
      this.take(id, JSON.parse(stored) as Fetched);
    }
  }

  private take(id: string, { spans, around }: Fetched): void {
    const time = new WorkingTime(spans.spans, Number(spans.standardDayMs));
    this.held.set(id, { time, from: around - BACK_DAYS * DAY_MS, until: around + (AHEAD_DAYS * DAY_MS) / 2 });
  }
}

export const calendars = new Calendars();
