import type { LitElement, ReactiveController } from 'lit';

const MOVE_MS = 300;
/** Beyond this nothing moves: a page that changed altogether is not followed by the eye. */
const MOST = 150;

/** Lets the elements of a host move calmly from where they were before an update to where they are after it, by the id that each has. */
export class Glide implements ReactiveController {
  private before = new Map<string, DOMRect>();

  constructor(
    private readonly host: LitElement,
    private readonly elements: () => Iterable<readonly [id: string, element: LitElement]>,
  ) {
    host.addController(this);
  }

  hostUpdate(): void {
    this.before = new Map();
    if (this.host.hasUpdated && !matchMedia('(prefers-reduced-motion: reduce)').matches) {
      for (const [id, element] of this.elements()) {
        this.before.set(id, element.getBoundingClientRect());
      }
    }
  }

  hostUpdated(): void {
    if (this.before.size > 0 && this.before.size <= MOST) {
      void this.move(this.before);
    }
  }

  private async move(before: ReadonlyMap<string, DOMRect>): Promise<void> {
    const elements = [...this.elements()];
    // New ones have no height before they have rendered.
    await Promise.all(elements.map(([, element]) => element.updateComplete));
    for (const [id, element] of elements) {
      const from = before.get(id);
      const to = element.getBoundingClientRect();
      if (!from) {
        element.animate([{ opacity: 0 }, { opacity: 1 }], { duration: MOVE_MS });
      } else if (Math.abs(from.left - to.left) > 1 || Math.abs(from.top - to.top) > 1) {
        element.animate([{ transform: `translate(${from.left - to.left}px, ${from.top - to.top}px)` }, { transform: 'none' }], { duration: MOVE_MS, easing: 'ease-out' });
      }
    }
  }
}
