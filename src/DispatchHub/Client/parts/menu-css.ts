import { css } from 'lit';

/** A menu that hangs under its button. */
export const menuCss = css`
  :host {
    position: relative;
  }
  .menu {
    position: absolute;
    right: 0;
    top: calc(100% + 4px);
    z-index: 30;
    min-width: 15rem;
    max-width: calc(100vw - 1rem);
    max-height: calc(100dvh - 5rem);
    overflow: auto;
    padding: 0.4rem;
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: 10px;
    box-shadow: var(--shadow);
  }
  .menu > p {
    padding: 0.35rem 0.7rem;
  }
  [role='menu'] {
    display: grid;
    padding-block: 0.35rem;
    border-block: 1px solid var(--line);
  }
  [role='menu']:last-child {
    border-bottom: 0;
  }
  [role='menuitem'] {
    display: flex;
    align-items: center;
    justify-content: flex-start;
    gap: 0.6rem;
    width: 100%;
    min-height: 2.75rem;
    padding: 0.35rem 0.7rem;
    border: 0;
    border-radius: 6px;
    background: transparent;
    color: var(--text);
    text-decoration: none;
    text-align: left;
  }
  [role='menuitem']:hover,
  [role='menuitem']:focus {
    background: var(--surface-2);
  }
  [role='menuitem'][aria-current='page'] {
    background: var(--accent-soft);
    font-weight: 600;
  }
`;
