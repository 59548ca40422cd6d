import { css } from 'lit';

/** The look of the command bar. */
export const barCss = css`
  dialog {
    width: min(46rem, calc(100vw - 1rem));
    margin-top: 10dvh;
    max-height: 80dvh;
    padding: 0;
    border: 1px solid var(--line);
    border-radius: 12px;
    background: var(--surface);
    color: var(--text);
    box-shadow: var(--shadow);
    overflow: hidden;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 30%);
  }
  .bar {
    display: flex;
    flex-direction: column;
    max-height: 80dvh;
  }
  .line {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    padding: 0.5rem 0.9rem;
    border-bottom: 1px solid var(--line);
    font-size: 1.1rem;
  }
  input {
    flex: 1;
    min-width: 0;
    border: 0;
    background: transparent;
    min-height: 2.6rem;
  }
  input:focus-visible {
    outline: none;
  }
  .line:focus-within {
    box-shadow: inset 0 -2px 0 var(--focus);
  }
  ul {
    list-style: none;
    margin: 0;
    padding: 0.3rem;
    overflow: auto;
    flex: 1;
    min-height: 0;
  }
  li {
    display: grid;
    grid-template-columns: 1.6rem minmax(0, 1fr);
    gap: 0 0.4rem;
    align-items: center;
    padding: 0.35rem 0.6rem;
    border-radius: 6px;
    cursor: pointer;
  }
  li[aria-selected='true'] {
    background: var(--accent-soft);
  }
  li .detail {
    grid-column: 2;
    color: var(--text-2);
    font-size: 0.9em;
    overflow-wrap: anywhere;
  }
  li[aria-selected='true'] .detail {
    color: var(--text);
  }
  .title {
    display: flex;
    gap: 0.4rem;
    align-items: center;
  }
  footer,
  .nothing,
  h2 {
    padding: 0.4rem 0.9rem;
    color: var(--text-2);
    font-size: 0.9em;
    margin: 0;
    font-weight: 400;
  }
  footer {
    border-top: 1px solid var(--line);
    display: flex;
    justify-content: space-between;
    gap: 1rem;
  }
`;
