import type { CaseRow, CityTime } from '../api/types';

/** An item of a watch, as docs/protocol.md describes it. */
export type WatchItem =
  | { kind: 'snapshot' | 'gap'; at: number; cursor: string; clock: CityTime; rows: CaseRow[] }
  | { kind: 'resumed'; at: number; cursor: string; clock: CityTime }
  | { kind: 'changes'; from: number; to: number; cursor: string; rows: CaseRow[]; removed: string[] };

/** What an item changed. */
export interface Applied {
  /** Everything was replaced. */
  all: boolean;
  /** Ids of rows that are new or have another version. */
  changed: string[];
  /** Ids of rows that are gone. */
  removed: string[];
  /** The last rows of cases that ended in this item: closed, rejected or merged. */
  ended: CaseRow[];
}

/** What a scope holds, made from the items of its watch. It knows nothing of connections. */
export class BoardState {
  readonly rows = new Map<string, CaseRow>();
  /** The number of the street's feed that the rows include; null before the first item. */
  at: number | null = null;
  /** From where to go on after a lost connection. */
  cursor: string | null = null;

  /**
   * Takes one item in.
   * @returns what it changed; null when the item does not follow what is held: watch again from `cursor`.
   */
  apply(item: WatchItem): Applied | null {
    switch (item.kind) {
      case 'snapshot':
      case 'gap':
        return this.replace(item.rows, item.at, item.cursor);
      case 'resumed':
        // A resumed watch goes on from the cursor that was handed in; anything else would hide a loss.
        if (this.at !== item.at) {
          return null;
        }
        this.cursor = item.cursor;
        return { all: false, changed: [], removed: [], ended: [] };
      case 'changes':
        return this.change(item);
    }
  }

  private replace(rows: CaseRow[], at: number, cursor: string): Applied {
    this.rows.clear();
    for (const row of rows) {
      this.rows.set(row.id, row);
    }
    this.at = at;
    this.cursor = cursor;
    return { all: true, changed: [], removed: [], ended: [] };
  }

  private change(item: WatchItem & { kind: 'changes' }): Applied | null {
    if (this.at === null) {
      return null;
    }
    const applied: Applied = { all: false, changed: [], removed: [], ended: [] };
    if (item.to < this.at || (item.to === this.at && item.from < this.at)) {
      return applied; // Told before.
    }
    if (item.from !== this.at) {
      return null;
    }
    for (const row of item.rows) {
      const held = this.rows.get(row.id);
      if (!held || held.version <= row.version) {
        this.rows.set(row.id, row);
        applied.changed.push(row.id);
      }
    }
    for (const id of item.removed) {
      const last = this.rows.get(id);
      if (last) {
        this.rows.delete(id);
        applied.removed.push(id);
        if (isEnded(last)) {
          applied.ended.push(last);
        }
      }
    }
    if (applied.removed.length > 0) {
      applied.changed = applied.changed.filter((id) => this.rows.has(id));
    }
    this.at = item.to;
    this.cursor = item.cursor;
    return applied;
  }
}

export function isEnded(row: Pick<CaseRow, 'status'>): boolean {
  return row.status === 'Closed' || row.status === 'Rejected' || row.status === 'Merged';
}
