import type { CaseRow } from '../api/types';
import { pressing } from '../clocks/slack';
import type { Applied } from '../feed/board-state';
import { slackTone, toneOf, type Tone } from '../parts/status-mark';
import type { Place } from './geometry';

/** From the least to the most urgent; the index is the rank that a map adds up by. */
export const RANKS: readonly Tone[] = ['off', 'standby', 'normal', 'caution', 'serious', 'critical'];

/** One point of the map: the open cases of one building, or of one place that was pointed at. */
export interface Spot {
  key: string;
  lat: number;
  lon: number;
  cases: number;
  /** The rank of its most urgent case. */
  rank: number;
}

/** What changed since the last paint, by key. */
export interface SpotChanges {
  added: Spot[];
  updated: Spot[];
  removed: string[];
}

/** How urgent a case looks on the map: late, nearly late, or what its status asks for. */
export function caseTone(row: CaseRow, now: number): Tone {
  const slack = pressing(row.clocks, now);
  const bySlack = slack ? slackTone(slack.leftMs, slack.clock.budgetMs) : 'off';
  return bySlack === 'critical' || bySlack === 'serious' ? bySlack : toneOf(row.status);
}

/** The point where a place is drawn: places less than about a metre apart share it. */
export function spotKey({ lat, lon }: Place): string {
  return `${lat.toFixed(5)},${lon.toFixed(5)}`;
}

/** Puts cases onto points and says, paint by paint, which points changed. */
export class Spots {
  private readonly byKey = new Map<string, { place: Place; ids: Set<string>; painted: Spot | null }>();
  private readonly keyOf = new Map<string, string>();
  private readonly touched = new Set<string>();

  /** `where` says where a case is drawn; null for one that has no place. */
  constructor(
    private readonly where: (row: CaseRow) => Place | null,
    private readonly tone: (row: CaseRow, now: number) => Tone = caseTone,
  ) {}

  /** How many cases are on the map. */
  get placed(): number {
    return this.keyOf.size;
  }

  /** Where a case is drawn now; null when it is not on the map. */
  placeOf(id: string): Place | null {
    const key = this.keyOf.get(id);
    return key === undefined ? null : (this.byKey.get(key)?.place ?? null);
  }

  /** Takes in what a watch changed. `rows` are the rows after it; those that are not wanted on the map are left out of them. */
  take(applied: Applied, rows: ReadonlyMap<string, CaseRow>): void {
    if (applied.all) {
      for (const id of this.keyOf.keys()) {
        if (!rows.has(id)) {
          this.leave(id);
        }
      }
      for (const row of rows.values()) {
        this.place(row);
      }
      return;
    }
    for (const id of [...applied.changed, ...applied.removed]) {
      const row = rows.get(id);
      if (row) {
        this.place(row);
      } else {
        this.leave(id);
      }
    }
  }

  /** What changed since the last call; with `everything`, also what only time changed: a clock that ran out. */
  changes(rows: ReadonlyMap<string, CaseRow>, now: number, everything = false): SpotChanges {
    const changes: SpotChanges = { added: [], updated: [], removed: [] };
    for (const key of everything ? this.byKey.keys() : this.touched) {
      const held = this.byKey.get(key);
      if (!held) {
        continue;
      }
      const spot = this.drawn(key, held, rows, now);
      if (!spot) {
        this.byKey.delete(key);
        if (held.painted) {
          changes.removed.push(key);
        }
      } else if (!held.painted) {
        changes.added.push(spot);
      } else if (held.painted.cases !== spot.cases || held.painted.rank !== spot.rank) {
        changes.updated.push(spot);
      }
      held.painted = spot;
    }
    this.touched.clear();
    return changes;
  }

  /** Everything is to be painted anew, onto a map that holds nothing. */
  forget(): void {
    for (const [key, held] of this.byKey) {
      held.painted = null;
      this.touched.add(key);
    }
  }

  /** The cases at a point, in no order. */
  idsAt(key: string): readonly string[] {
    return [...(this.byKey.get(key)?.ids ?? [])];
  }

  private drawn(key: string, held: { place: Place; ids: ReadonlySet<string> }, rows: ReadonlyMap<string, CaseRow>, now: number): Spot | null {
    let spot: Spot | null = null;
    for (const id of held.ids) {
      const row = rows.get(id);
      if (row) {
        spot ??= { key, ...held.place, cases: 0, rank: 0 };
        spot.cases++;
        spot.rank = Math.max(spot.rank, RANKS.indexOf(this.tone(row, now)));
      }
    }
    return spot;
  }

  private place(row: CaseRow): void {
    const place = this.where(row);
    const key = place ? spotKey(place) : undefined;
    const before = this.keyOf.get(row.id);
    if (before !== undefined && before !== key) {
      this.leave(row.id);
    }
    if (!place || key === undefined) {
      return;
    }
    this.keyOf.set(row.id, key);
    let held = this.byKey.get(key);
    if (!held) {
      this.byKey.set(key, (held = { place, ids: new Set(), painted: null }));
    }
    held.ids.add(row.id);
    this.touched.add(key);
  }

  private leave(id: string): void {
    const key = this.keyOf.get(id);
    if (key !== undefined) {
      this.keyOf.delete(id);
      this.byKey.get(key)?.ids.delete(id);
      this.touched.add(key);
    }
  }
}
