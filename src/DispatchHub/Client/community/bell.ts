import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CaseRow } from '../api/types';
import { chime } from '../parts/chime';
import { turnOf, unseen } from './duties';

/** Real ms between two rings while something was not seen. */
const RING_EVERY_MS = 6_000;

const STORED_SOUND = 'dispatch.community.sound';
const STORED_SEEN = 'dispatch.community.seen';

/** Rings when a case begins to wait, and again until somebody at this console has seen it. */
export class Bell implements ReactiveController {
  sound = localStorage.getItem(STORED_SOUND) !== 'off';

  private waiting: readonly CaseRow[] = [];
  /** Kept through a reload: what was seen does not ring again. */
  private seen = new Set(JSON.parse(sessionStorage.getItem(STORED_SEEN) ?? '[]') as string[]);
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.timer = setInterval(() => this.ring(), RING_EVERY_MS);
    chime.addEventListener('change', this.started);
    // Browsers are silent until somebody touches the page; any touch will do. Not at its beginning: the hint that goes then would move
    // the page away under the finger.
    addEventListener('click', this.touched);
    addEventListener('keydown', this.touched);
  }

  hostDisconnected(): void {
    clearInterval(this.timer);
    chime.removeEventListener('change', this.started);
    removeEventListener('click', this.touched);
    removeEventListener('keydown', this.touched);
  }

  /** What waits and was not seen. */
  get fresh(): CaseRow[] {
    return unseen(this.waiting, this.seen);
  }

  /** Takes what waits now; a case that was not there before rings at once. */
  look(waiting: readonly CaseRow[]): void {
    const before = new Set(this.waiting.map(turnOf));
    this.waiting = waiting;
    if (this.fresh.some((row) => !before.has(turnOf(row)))) {
      this.ring();
    }
  }

  /** Somebody has seen these. */
  see(rows: readonly CaseRow[]): void {
    const now = new Set(rows.map(turnOf));
    // What no longer waits need not be remembered.
    this.seen = new Set(this.waiting.map(turnOf).filter((turn) => now.has(turn) || this.seen.has(turn)));
    sessionStorage.setItem(STORED_SEEN, JSON.stringify([...this.seen]));
    this.host.requestUpdate();
  }

  toggle(): void {
    this.sound = !this.sound;
    localStorage.setItem(STORED_SOUND, this.sound ? 'on' : 'off');
    this.host.requestUpdate();
  }

  private ring(): void {
    if (this.sound && this.fresh.length > 0) {
      chime.announce();
    }
  }

  private readonly started = (): void => this.host.requestUpdate();

  private readonly touched = (): void => {
    if (this.sound && !chime.ready) {
      void chime.start();
    }
  };
}
