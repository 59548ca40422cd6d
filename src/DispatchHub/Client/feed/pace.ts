/** Real ms between two paints while changes keep coming; the first after a pause is painted at once. */
export const PAINT_EVERY_MS = 100;

/** Calls `paint` at once after a silence, and then at most every `everyMs`, however often it is asked; never from a hidden page. */
export class Pace {
  private last = -Infinity;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly paint: () => void,
    private readonly everyMs = PAINT_EVERY_MS,
    private readonly now: () => number = () => performance.now(),
  ) {}

  ask(): void {
    if (this.timer !== undefined) {
      return;
    }
    const wait = Math.max(0, this.last + this.everyMs - this.now());
    this.timer = setTimeout(() => this.run(), wait);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private run(): void {
    this.timer = undefined;
    this.last = this.now();
    this.paint();
  }
}
