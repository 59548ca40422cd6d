import { city } from '../api/city';
import { shortNumber } from '../parts/case-number';
import { say } from '../words/say';
import { alertSettings } from './alert-settings';
import type { Raised } from './board-model';
import { Tones } from './tones';
import { boardWords as w } from './words';

/** Says what asks for attention: by a sound, once the person has begun the shift, and in words for those who hear the page read. */
export class BoardAlarm {
  /** What happened last, for a live region. */
  announced = '';

  private readonly tones = new Tones();
  private answered = false;

  constructor(private readonly changed: () => void) {}

  /** Sounds are wanted, and nobody has said yet whether they may be heard. */
  get asks(): boolean {
    return !this.answered && alertSettings.anySound;
  }

  /** Begins the shift; called in the handler of a click, since browsers play nothing before one. */
  async start(): Promise<void> {
    this.quiet();
    await this.tones.start();
    this.tones.play('new');
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
        const { row } = one.entry;
        this.announced = say(kind === 'new' ? w.announceNew : w.announceBreach, { what: `${city.typeName(row.type, row.title)} ${shortNumber(row.number)}` });
        if (alertSettings.current.sound[kind]) {
          this.tones.play(kind);
        }
      }
    }
  }

  stop(): void {
    this.tones.stop();
  }
}
