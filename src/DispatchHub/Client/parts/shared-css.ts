import { css } from 'lit';

/** What every component of ours looks like: text, buttons, fields, chips, focus. Components add only what is their own. */
export const shared = css`
  :host {
    color: var(--text);
    font-family: var(--font);
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p {
    margin: 0;
  }
  h1 {
    font-size: 1.15rem;
  }
  h2 {
    font-size: 1rem;
  }
  h3 {
    font-size: 0.9rem;
  }
  .icon {
    width: 1.15em;
    height: 1.15em;
    vertical-align: -0.2em;
    flex: none;
  }
  :focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 1px;
  }
  button,
  a.button {
    font: inherit;
    color: inherit;
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: 6px;
    padding: 0.35rem 0.7rem;
    min-height: 2.1rem;
    cursor: pointer;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.35rem;
    text-decoration: none;
  }
  @media (pointer: coarse) {
    button,
    a.button,
    summary {
      min-height: 3rem;
      min-width: 3rem;
    }
  }
  @media (hover: hover) {
    button:hover:not(:disabled) {
      background: var(--surface-2);
    }
  }
  button:disabled {
    opacity: 0.55;
    cursor: not-allowed;
  }
  button.primary {
    background: var(--accent);
    border-color: var(--accent);
    color: var(--accent-text);
  }
  button.primary:hover:not(:disabled) {
    background: var(--accent);
    filter: brightness(1.08);
  }
  button.danger {
    border-color: var(--critical);
    color: var(--critical);
  }
  button.plain {
    background: transparent;
    border-color: transparent;
  }
  button[aria-pressed='true'] {
    background: var(--accent-soft);
    border-color: var(--accent);
  }
  input,
  select,
  textarea {
    font: inherit;
    color: var(--text);
    background: var(--surface);
    border: 1px solid var(--off);
    border-radius: 6px;
    padding: 0.35rem 0.5rem;
    min-height: 2.1rem;
  }
  label {
    display: grid;
    gap: 0.2rem;
  }
  .muted {
    color: var(--text-2);
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 0.3rem;
    border-radius: 999px;
    padding: 0.05rem 0.5rem;
    font-size: 0.85em;
    white-space: nowrap;
  }
  .critical {
    color: var(--critical);
  }
  .chip.critical {
    background: var(--critical-soft);
  }
  .serious {
    color: var(--serious);
  }
  .chip.serious {
    background: var(--serious-soft);
  }
  .caution {
    color: var(--caution);
  }
  .chip.caution {
    background: var(--caution-soft);
  }
  .normal {
    color: var(--normal);
  }
  .chip.normal {
    background: var(--normal-soft);
  }
  .standby {
    color: var(--standby);
  }
  .chip.standby {
    background: var(--standby-soft);
  }
  .off {
    color: var(--off);
  }
  .chip.off {
    background: var(--off-soft);
  }
  .notice {
    border: 1px solid var(--line);
    border-left: 4px solid var(--standby);
    border-radius: 6px;
    padding: 0.5rem 0.75rem;
    background: var(--surface);
  }
  .notice.critical {
    border-left-color: var(--critical);
    color: var(--text);
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
    }
  }
`;
