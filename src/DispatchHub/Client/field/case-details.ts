import { readCase } from '../case/case-data';
import type { CaseRow, CaseView } from '../api/types';
import { Problem } from '../api/problem';
import { keep, kept } from '../outbox/device-store';

/** Details are fetched for so many of one's own cases; more than anybody handles in a day. */
const MOST = 60;

/**
 * What a row does not carry and somebody on site needs without a network: the unit, what was seen, whom to call. Kept for the person's
 * own cases and forgotten with them. Sends `change`.
 */
export class CaseDetails extends EventTarget {
  private held = new Map<string, CaseView>();
  private wanted: readonly CaseRow[] = [];
  private fetching = false;

  constructor(private readonly userName: string) {
    super();
  }

  async begin(): Promise<void> {
    const before = (await kept<CaseView[]>(this.name)) ?? [];
    this.held = new Map([...before.map((view) => [view.id, view] as const), ...this.held]);
    this.dispatchEvent(new Event('change'));
  }

  /** Takes them off the device: the person has signed out. */
  forget(): Promise<void> {
    this.wanted = [];
    return keep(this.name, null);
  }

  of(id: string): CaseView | null {
    return this.held.get(id) ?? null;
  }

  /** Fetches what is missing or older than these rows, one after the other, and forgets all others. */
  want(rows: readonly CaseRow[]): void {
    this.wanted = rows.slice(0, MOST);
    if (!this.fetching && navigator.onLine) {
      this.fetching = true;
      void this.fetch().finally(() => (this.fetching = false));
    }
  }

  private async fetch(): Promise<void> {
    let changed = false;
    for (let next = this.missing(); next; next = this.missing()) {
      try {
        this.held.set(next.id, await readCase(next.id));
        changed = true;
        this.dispatchEvent(new Event('change'));
      } catch (fault) {
        if (!(fault instanceof Problem)) {
          throw fault;
        }
        break; // The card shows what the row says; the next change asks again.
      }
    }
    const ids = new Set(this.wanted.map((row) => row.id));
    for (const id of [...this.held.keys()].filter((one) => !ids.has(one))) {
      this.held.delete(id);
      changed = true;
    }
    if (changed) {
      await keep(this.name, [...this.held.values()]);
    }
  }

  private missing(): CaseRow | undefined {
    return this.wanted.find((row) => (this.held.get(row.id)?.version ?? -1) < row.version);
  }

  private get name(): string {
    return `details ${this.userName}`;
  }
}
