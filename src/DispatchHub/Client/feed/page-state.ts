import type { ScopeWatch, WatchState } from './scope-watch';

/** How fresh the page is, as the header shows it; the page names the watch that matters most to it. Sends `change`. */
class PageState extends EventTarget {
  state: WatchState | 'none' = 'none';
  since = Date.now();
  refusal: string | null = null;
  /** The page shows an earlier instant, however fresh the watch is. */
  past = false;

  /** Called by a page whenever its main watch says `stateChanged`. */
  tell(watch: ScopeWatch | null, past = false): void {
    this.past = past;
    this.state = watch?.state ?? 'none';
    this.since = watch?.since ?? Date.now();
    this.refusal = watch?.refusal ?? null;
    this.dispatchEvent(new Event('change'));
  }
}

export const pageState = new PageState();
