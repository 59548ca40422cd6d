import type { CaseRow, ClockView } from '../api/types';
import type { WorkingTime } from '../clocks/working-time';

/** The calendars at one instant: each read once, for all rows of a board. */
export class Axes {
  private readonly read = new Map<string, { time: WorkingTime; passed: number } | null>();

  constructor(
    readonly now: number,
    private readonly find: (calendar: string, now: number) => WorkingTime | null,
  ) {}

  of(calendar: string): { time: WorkingTime; passed: number } | null {
    let held = this.read.get(calendar);
    if (held === undefined) {
      const time = this.find(calendar, this.now);
      held = time ? { time, passed: time.between(0, this.now) } : null;
      this.read.set(calendar, held);
    }
    return held;
  }
}

interface Deadline {
  clock: ClockView;
  due: number;
  since: number;
  /** The calendar that `end` was computed with. */
  time: WorkingTime | null;
  /** The working time that has passed on `time` when the budget is used up. */
  end: number;
}

/**
 * The running clocks of one row with their instants parsed once. What `clocks/slack.ts` says about one case, this says about
 * thousands of them every second: per clock one subtraction.
 */
export class Urgency {
  /**
   * What is left on the clock that runs out first, ms of its own time. When none runs: since when a missed one waits for an answer,
   * below 0; Infinity when none does.
   */
  leftMs = Infinity;
  clock: ClockView | null = null;

  private readonly deadlines: Deadline[] = [];
  private readonly overdue: number;

  constructor(row: CaseRow) {
    this.overdue = row.overdueSince ? Date.parse(row.overdueSince) : Infinity;
    for (const clock of row.clocks) {
      if (clock.state === 'Running' && clock.dueAt) {
        const since = clock.since && clock.calendar ? Date.parse(clock.since) : NaN;
        this.deadlines.push({ clock, due: Date.parse(clock.dueAt), since, time: null, end: 0 });
      }
    }
  }

  /** Brings `leftMs` and `clock` to the instant of the axes. */
  measure(axes: Axes): void {
    let least = Infinity;
    let pressing: ClockView | null = null;
    for (const deadline of this.deadlines) {
      const left = leftOn(deadline, axes);
      if (left < least) {
        least = left;
        pressing = deadline.clock;
      }
    }
    this.leftMs = pressing ? least : this.overdue === Infinity ? Infinity : this.overdue - axes.now;
    this.clock = pressing;
  }
}

function leftOn(deadline: Deadline, axes: Axes): number {
  const { clock, due, since } = deadline;
  if (axes.now > due || Number.isNaN(since)) {
    return due - axes.now;
  }
  const axis = axes.of(clock.calendar!);
  if (!axis) {
    return due - axes.now;
  }
  if (deadline.time !== axis.time) {
    deadline.time = axis.time;
    deadline.end = axis.time.between(0, since) + clock.budgetMs - clock.spentMs;
  }
  return Math.max(0, deadline.end - axis.passed);
}
