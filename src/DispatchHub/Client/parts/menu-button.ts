import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Host = ReactiveControllerHost & HTMLElement & { renderRoot: ParentNode };

/**
 * A menu under a button, as the keyboard expects it: arrows, Home and End walk its items, Escape and Tab leave it, a click elsewhere
 * closes it, and the button gets the focus back. The host renders a button with `aria-haspopup="menu"`, and while `open` is true the
 * items with `role="menuitem"`; both get `onkeydown` = `keys`.
 */
export class MenuButton implements ReactiveController {
  open = false;

  constructor(private readonly host: Host) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('pointerdown', this.elsewhere);
  }

  hostDisconnected(): void {
    removeEventListener('pointerdown', this.elsewhere);
    this.open = false;
  }

  readonly toggle = (): void => (this.open ? this.close() : this.show('first'));

  /** Closes it; the button has the focus again, unless the person has gone somewhere else. */
  close(focus = true): void {
    if (this.open) {
      this.open = false;
      this.host.requestUpdate();
      if (focus) {
        this.host.renderRoot.querySelector<HTMLElement>('[aria-haspopup="menu"]')?.focus();
      }
    }
  }

  readonly keys = (event: KeyboardEvent): void => {
    if (!this.open) {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        this.show(event.key === 'ArrowDown' ? 'first' : 'last');
      }
      return;
    }
    if (event.key === 'Tab') {
      this.close(false);
      return;
    }
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      this.close();
      return;
    }
    const items = this.items();
    const at = items.findIndex((item) => item.matches(':focus'));
    const to = stepIn(items.length, at, event.key);
    if (to !== null) {
      event.preventDefault();
      event.stopPropagation();
      items[to]?.focus();
    }
  };

  private show(which: 'first' | 'last'): void {
    this.open = true;
    this.host.requestUpdate();
    void this.host.updateComplete.then(() => this.items().at(which === 'first' ? 0 : -1)?.focus());
  }

  private items(): HTMLElement[] {
    // Items that this screen does not show are not walked over.
    return [...this.host.renderRoot.querySelectorAll<HTMLElement>('[role="menuitem"]')].filter((item) => item.offsetParent !== null);
  }

  private readonly elsewhere = (event: Event): void => {
    if (this.open && !event.composedPath().includes(this.host)) {
      this.close(false);
    }
  };
}

/** Where a key leads in a list of `length` items that goes round; null when the key does not walk. */
export function stepIn(length: number, at: number, key: string): number | null {
  if (length === 0) {
    return null;
  }
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % length;
    case 'ArrowUp':
      return at <= 0 ? length - 1 : at - 1;
    case 'Home':
      return 0;
    case 'End':
      return length - 1;
    default:
      return null;
  }
}
