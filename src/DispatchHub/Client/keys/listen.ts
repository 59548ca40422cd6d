import { actionOf, type KeyHandlers, type Pressed } from './keys';

/** Keys that a control needs for itself while it has the focus. */
const OF_BUTTONS: readonly string[] = ['open'];
/** Leaving a field is the one thing that a page does for somebody who types. */
const TYPING = 'input:not([type="checkbox"]):not([type="range"]), textarea, select, [contenteditable]';

const DIALOG = 'dialog, [role="dialog"]';

/** Gives the keys of the board to it until the answer is called. */
export function listenForKeys(handlers: KeyHandlers): () => void {
  return listenFor(actionOf, handlers);
}

/**
 * Gives the keys of a page to it until the answer is called. Whoever types in a field, or has a dialog open, keeps them, Esc too; of the
 * actions `back` leaves a field, and `open` is left to a button that has the focus.
 */
export function listenFor<A extends string>(actionOf: (event: Pressed) => A | null, handlers: Readonly<Record<A, () => void>>): () => void {
  const listen = (event: KeyboardEvent): void => {
    const action = event.defaultPrevented || event.isComposing ? null : actionOf(event);
    if (!action) {
      return;
    }
    const path = event.composedPath().filter((one): one is Element => one instanceof Element);
    const focus = path[0];
    // Esc closes the topmost dialog by itself; a page must not close what lies below it as well.
    if (path.some((one) => one.matches(DIALOG)) || (focus === document.body && modalIn(document))) {
      return;
    }
    if (focus?.matches(TYPING)) {
      if (action === 'back') {
        (focus as HTMLElement).blur();
      }
      return;
    }
    if ((focus?.matches('button, a, summary') && OF_BUTTONS.includes(action)) || (focus?.matches('input[type="range"]') && event.key.length > 1 && action !== 'back')) {
      return;
    }
    event.preventDefault();
    handlers[action]();
  };
  addEventListener('keydown', listen);
  return () => removeEventListener('keydown', listen);
}

/** Whether a modal dialog is open here or in a shadow tree below: a click beside its fields leaves the focus on the page's body. */
function modalIn(root: Document | ShadowRoot): boolean {
  return root.querySelector(':modal') !== null || [...root.querySelectorAll('*')].some((one) => one.shadowRoot !== null && modalIn(one.shadowRoot));
}
