import { navigation } from '../app/navigation';

/** Real ms that typing rests before it is written into the address: browsers refuse hundreds of changes in a row. */
const REST_MS = 300;

/** Writes into the address of the board: at once, or soon for what is being typed. Nothing that waits is lost to a later write. */
export class BoardAddress {
  private waiting: Record<string, string | null> = {};
  private timer: ReturnType<typeof setTimeout> | undefined;

  now(changes: Record<string, string | null>): void {
    clearTimeout(this.timer);
    const all = { ...this.waiting, ...changes };
    this.waiting = {};
    navigation.note(all);
  }

  soon(changes: Record<string, string | null>): void {
    this.waiting = { ...this.waiting, ...changes };
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.now({}), REST_MS);
  }

  /** The instant that is asked for, Unix ms of city time, written into the address already or soon; null for the live board. */
  get asked(): number | null {
    const text = 'at' in this.waiting ? this.waiting['at'] : navigation.query.get('at');
    const at = text ? Date.parse(text) : NaN;
    return Number.isNaN(at) ? null : at;
  }

  stop(): void {
    clearTimeout(this.timer);
  }
}
