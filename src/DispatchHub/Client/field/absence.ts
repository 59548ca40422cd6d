import { missedSince, type Looked, type Missed } from './missed';
import type { Me } from './my-work';

/** Who looks away for less has missed nothing, real ms. */
export const AWAY_FROM_MS = 20_000;
/** After coming back, rows arrive for a moment; then what was missed is settled, real ms. */
const SETTLES_IN_MS = 8_000;

/** Notices that the person, or the network, was away, and says what was missed at return. Sends `change`. */
export class Absence extends EventTarget {
  missed: readonly Missed[] = [];

  private before: Looked | null = null;
  private leftAt = 0;
  private backAt: number | null = null;

  constructor(
    private readonly me: Me,
    private readonly rows: () => Looked,
    private readonly now: () => number = () => Date.now(),
  ) {
    super();
  }

  /** Nobody looks from now on, or nothing comes any more; what stands now is what was seen. */
  left(seen: Looked, at: number): void {
    if (this.before === null) {
      this.before = seen;
      this.leftAt = at;
    }
    this.backAt = null;
  }

  /** Rows or the connection changed. @param own cases that the person acted on meanwhile. */
  look(live: boolean, own: ReadonlySet<string>): void {
    if (!live) {
      this.left(this.rows(), this.now());
      return;
    }
    if (this.before === null || this.isHidden()) {
      return;
    }
    this.backAt ??= this.now();
    if (this.backAt - this.leftAt >= AWAY_FROM_MS) {
      this.missed = missedSince(this.before, this.rows(), this.me, own);
      this.dispatchEvent(new Event('change'));
    }
    if (this.now() - this.backAt >= SETTLES_IN_MS || this.backAt - this.leftAt < AWAY_FROM_MS) {
      this.before = null;
      this.backAt = null;
    }
  }

  /** The person has read it. */
  told(): void {
    this.missed = [];
    this.before = null;
    this.backAt = null;
    this.dispatchEvent(new Event('change'));
  }

  private isHidden(): boolean {
    return typeof document !== 'undefined' && document.hidden;
  }
}
