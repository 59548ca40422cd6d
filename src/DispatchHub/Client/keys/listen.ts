import { actionOf, type KeyAction, type KeyHandlers } from './keys';

/** Keys that a control needs for itself while it has the focus. */
const OF_BUTTONS: readonly KeyAction[] = ['open'];
/** Leaving a field is the one thing that the board does for somebody who types. */
const TYPING = 'input:not([type="checkbox"]):not([type="range"]), textarea, select, [contenteditable], wa-select, wa-input';

/** Gives keys to the page until the answer is called. Whoever types in a field, or has a dialog open, keeps them. */
export function listenForKeys(handlers: KeyHandlers): () => void {
  const listen = (event: KeyboardEvent): void => {
    const action = event.defaultPrevented || event.isComposing ? null : actionOf(event);
    if (!action) {
      return;
    }
    const path = event.composedPath().filter((one): one is Element => one instanceof Element);
    const focus = path[0];
    if (path.some((one) => one.matches('dialog, wa-dialog, [role="dialog"]')) && action !== 'back') {
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
