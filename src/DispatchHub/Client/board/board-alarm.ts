import { city } from '../api/city';
import { Pace } from '../feed/pace';
import { shortNumber } from '../parts/case-number';
import { chime } from '../parts/chime';
import { say } from '../words/say';
import { alertSettings } from './alert-settings';
import type { Raised } from './board-model';
import { boardWords as w } from './words';

/** A region that changes faster than it can be read aloud says nothing, real ms. */
const SPEAK_EVERY_MS = 3_000;

/** Says what asks for attention: by a sound, once the person has begun the shift, and in words for those who hear the page read. */
export class BoardAlarm {
  /** What happened last, for a live region. */
  announced = '';

  private answered = false;
  private latest: { kind: 'new' | 'breach'; raised: Raised } | null = null;
  private readonly speech = new Pace(() => this.speak(), SPEAK_EVERY_MS);

  constructor(private readonly changed: () => void) {}

  /** Sounds are wanted, and nobody has said yet whether they may be heard. */
  get asks(): boolean {
    return !this.answered && !chime.ready && alertSettings.anySound;
  }

  /** Begins the shift; called in the handler of a click, since browsers play nothing before one. */
  async start(): Promise<void> {
    this.quiet();
    await chime.start();
    chime.announce();
  }

  /** Asks no more on this page. */
  quiet(): void {
    this.answered = true;
    this.changed();
  }

  raised(raised: readonly Raised[]): void {
    for (const kind of ['new', 'breach'] as const) {
      const one = raised.find(({ alert }) => alert === kind);
      if (one) {
        this.latest = { kind, raised: one };
        this.speech.ask();
        if (alertSettings.current.sound[kind]) {
          chime[kind === 'new' ? 'announce' : 'alarm']();
        }
      }
    }
  }

  stop(): void {
    this.speech.stop();
  }

  private speak(): void {
    if (!this.latest) {
      return;
    }
    const { kind, raised } = this.latest;
    const { row } = raised.entry;
    this.announced = say(kind === 'new' ? w.announceNew : w.announceBreach, { what: `${city.typeName(row.type, row.title)} ${shortNumber(row.number)}` });
    this.changed();
  }
}
