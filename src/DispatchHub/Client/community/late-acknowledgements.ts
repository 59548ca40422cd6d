import type { CaseRow, HistoryLine } from '../api/types';

/** Whether the case waited for the community, and the community has not said since that it has seen it. */
export function waitsLate(history: readonly HistoryLine[]): boolean {
  const waited = history.findLastIndex((line) => line.event === 'Entered' && (line.data as { status?: string }).status === 'AwaitingCommunity');
  return waited >= 0 && !history.slice(waited).some((line) => line.event === 'Acknowledged' || line.event === 'PreControlStarted');
}

/**
 * Which of the cases with the street the community may still note that it has seen. A row has running clocks only, so each case is asked
 * once for its history.
 */
export class LateAcknowledgements {
  private readonly known = new Map<string, boolean>();
  private asking = false;

  constructor(
    private readonly read: (caseId: string) => Promise<readonly HistoryLine[]>,
    private readonly changed: () => void,
  ) {}

  may(row: CaseRow): boolean {
    return this.known.get(turnOf(row)) ?? false;
  }

  /** It has been noted. */
  given(row: CaseRow): void {
    this.known.set(turnOf(row), false);
    this.changed();
  }

  /** Asks for what is not known yet, one after the other, and forgets what is not there any more. A case that cannot be read is asked for at the next look. */
  async look(rows: readonly CaseRow[]): Promise<void> {
    const turns = new Set(rows.map(turnOf));
    [...this.known.keys()].filter((turn) => !turns.has(turn)).forEach((turn) => this.known.delete(turn));
    if (this.asking) {
      return;
    }
    this.asking = true;
    try {
      for (const row of rows.filter((one) => !this.known.has(turnOf(one)))) {
        this.known.set(turnOf(row), waitsLate(await this.read(row.id)));
        this.changed();
      }
    } finally {
      this.asking = false;
    }
  }
}

/** The street's turn with a case: whistled for again, it is another one. */
function turnOf(row: CaseRow): string {
  return `${row.id} ${row.whistledAt ?? ''}`;
}
