import { noChange } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive } from 'lit/directive.js';

/** Texts that change by time alone. One timer walks those that are on the page, so that no row is rendered again for a second passed. */
const shown = new Set<TickingText>();
let timer: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  if (!document.hidden) {
    for (const text of shown) {
      text.refresh();
    }
  }
}

class TickingText extends AsyncDirective {
  private text: () => string = () => '';
  private last = '';

  render(text: () => string): unknown {
    this.text = text;
    if (this.isConnected) {
      this.join();
    }
    return this.once();
  }

  refresh(): void {
    const text = this.text();
    if (text !== this.last) {
      this.last = text;
      this.setValue(text);
    }
  }

  protected override disconnected(): void {
    shown.delete(this);
    if (shown.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  }

  protected override reconnected(): void {
    this.join();
  }

  private once(): unknown {
    const text = this.text();
    if (text === this.last) {
      return noChange;
    }
    this.last = text;
    return text;
  }

  private join(): void {
    shown.add(this);
    timer ??= setInterval(tick, 1_000);
  }
}

/** `<time>${ticking(() => countdown)}</time>`: the text is computed anew every second while it is on the page. */
export const ticking = directive(TickingText);
