import { post } from '../api/http';
import { Problem } from '../api/problem';
import type { Presence } from '../api/types';
import { session } from '../app/session';
import { cityClock } from '../feed/city-clock';
import { hereNow } from './device-place';

/** A sign of life this often by the city's clock, and within these bounds by the device's, ms: the server waits ten minutes of the city. */
const EVERY_MS = 60_000;
const SHORTEST_MS = 5_000;

/** How far apart signs of life are, real ms: often enough for a city that runs fast, a minute where it does not. */
export function pace(speed: number): number {
  return Math.min(EVERY_MS, Math.max(SHORTEST_MS, (2 * EVERY_MS) / speed));
}

/**
 * Says that the officer is there while the page can be seen; whether that counts is the server's to say. Where they are is told only
 * after they have allowed it, while on duty, and forgotten with the page: nothing of it is kept on the device. Sends `change`.
 */
export class DutyPresence extends EventTarget {
  presence: Presence | null = null;
  /** They let their place be known; asked anew on every visit. */
  shares = false;
  /** The device does not tell where it is. */
  placeless = false;
  problem: Problem | null = null;

  private timer: ReturnType<typeof setTimeout> | undefined;
  private running = false;

  begin(): void {
    if (!this.running) {
      this.running = true;
      document.addEventListener('visibilitychange', this.look);
      session.leaving = this.leave;
      this.look();
    }
  }

  stop(): void {
    this.running = false;
    clearTimeout(this.timer);
    document.removeEventListener('visibilitychange', this.look);
  }

  /** Out of reach from now on, or back. */
  async reach(there: boolean): Promise<void> {
    await this.send({ kind: there ? 'signedIn' : 'signedOff' });
  }

  async share(shares: boolean): Promise<void> {
    this.shares = shares;
    await this.send({});
  }

  readonly look = (): void => {
    clearTimeout(this.timer);
    if (this.running && !document.hidden) {
      void this.send({}).finally(() => {
        clearTimeout(this.timer);
        this.timer = setTimeout(this.look, pace(cityClock.speed));
      });
    }
  };

  private readonly leave = async (): Promise<void> => {
    this.stop();
    if (this.presence?.onDuty) {
      await this.send({ kind: 'signedOff' });
    }
  };

  private async send(said: { kind?: 'signedIn' | 'signedOff' }): Promise<void> {
    if (!navigator.onLine || session.state !== 'signed-in') {
      return;
    }
    try {
      const position = said.kind !== 'signedOff' && this.tells ? await this.place() : null;
      this.presence = await post<Presence>('/api/officers/me/presence', position ? { ...said, position } : said);
      this.problem = null;
    } catch (fault) {
      if (!(fault instanceof Problem)) {
        throw fault;
      }
      // A sign that did not arrive is followed by the next one; what somebody pressed is told.
      this.problem = said.kind && !fault.passes ? fault : null;
    }
    this.dispatchEvent(new Event('change'));
  }

  private get tells(): boolean {
    return this.shares && this.presence?.onDuty === true && this.presence.kind !== 'signedOff';
  }

  private async place(): Promise<{ lat: number; lon: number } | null> {
    const here = await hereNow();
    this.placeless = here === null;
    return here && { lat: here.lat, lon: here.lon };
  }
}

export const dutyPresence = new DutyPresence();
