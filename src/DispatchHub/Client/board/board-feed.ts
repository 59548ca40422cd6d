import type { SessionView } from '../api/types';
import { calendars } from '../clocks/working-time';
import type { Applied } from '../feed/board-state';
import { cityClock } from '../feed/city-clock';
import { Pace } from '../feed/pace';
import { ScopeWatch, type WatchListener } from '../feed/scope-watch';
import type { Raised } from './board-model';
import { BoardView } from './board-view';
import { PastBoard } from './past-board';
import { Axes } from './urgency';

/** Real ms between two looks at the clocks. */
const TICK_MS = 1_000;

const everything: Applied = { all: true, changed: [], removed: [], ended: [] };

export interface BoardFeedListener {
  /** The lines are new; `applied` says what changed of the cases shown since the last time. */
  painted(applied: Applied): void;
  /** Cases ask for attention. */
  raised(raised: readonly Raised[]): void;
  /** The watch has another state, or the fetching of an earlier board has. */
  stateChanged(): void;
}

/** What drives a board: its watch, the passing of time, and boards of earlier instants; painted at the pace of an eye. */
export class BoardFeed implements WatchListener {
  readonly view: BoardView;
  readonly past: PastBoard;
  readonly watch: ScopeWatch;

  private readonly pace = new Pace(() => this.paint());
  private readonly ticking = setInterval(() => this.tick(), TICK_MS);
  private changed = new Set<string>();
  private removed = new Set<string>();
  private all = true;

  constructor(
    scope: string,
    who: SessionView,
    private readonly listener: BoardFeedListener,
  ) {
    this.view = new BoardView((now) => new Axes(now, (id, at) => calendars.of(id, at)), who);
    this.past = new PastBoard(scope, (rows, at) => this.showPast(rows, at), () => this.listener.stateChanged());
    calendars.addEventListener('change', this.tick);
    this.watch = new ScopeWatch(scope, this);
  }

  /** The instant for which the board is shown, Unix ms of city time. */
  now = (): number => cityClock.now();

  applied(applied: Applied): void {
    const raised = this.view.take(applied, this.watch.board.rows, cityClock.now());
    this.all ||= applied.all;
    for (const id of applied.changed) {
      this.changed.add(id);
    }
    for (const id of applied.removed) {
      this.changed.delete(id);
      this.removed.add(id);
    }
    if (raised.length > 0) {
      this.listener.raised(raised);
    }
    if (applied.all || applied.changed.length > 0 || applied.removed.length > 0) {
      this.pace.ask();
    }
  }

  stateChanged(): void {
    this.listener.stateChanged();
  }

  /** Paints anew at once: after a change of the filter, or of which board is shown. */
  renew(): void {
    this.all = true;
    this.paint();
  }

  /** Asks for the board of an instant; until it comes nothing is shown, for live cases under the name of another instant would be wrong. */
  rewind(at: number): void {
    if (this.view.pastAt === null) {
      this.showPast([], at);
    }
    this.past.ask(at);
  }

  showLive(): void {
    this.past.stop();
    this.view.showLive();
    this.now = () => cityClock.now();
    this.renew();
  }

  stop(): void {
    clearInterval(this.ticking);
    calendars.removeEventListener('change', this.tick);
    this.pace.stop();
    this.past.stop();
    this.watch.stop();
  }

  private showPast(rows: Parameters<BoardView['showPast']>[0], at: number): void {
    this.view.showPast(rows, at);
    this.now = () => at;
    this.renew();
  }

  private paint(): void {
    this.view.arrange();
    // Whoever shows the same cases can go on with what changed only while it is all live cases.
    const whole = this.all || this.view.filtered;
    const applied: Applied = whole ? everything : { all: false, changed: [...this.changed], removed: [...this.removed], ended: [] };
    this.all = false;
    this.changed = new Set();
    this.removed = new Set();
    this.listener.painted(applied);
  }

  private readonly tick = (): void => {
    const raised = this.watch.board.at === null ? null : this.view.tick(cityClock.now());
    if (raised) {
      if (raised.length > 0) {
        this.listener.raised(raised);
      }
      this.pace.ask();
    }
  };
}
