import { css } from 'lit';

/** What the parts of the field page share: large targets and text for one thumb, in the sun. */
export const fieldCss = css`
  :host {
    font-size: 16px;
  }
  button,
  a.button,
  select,
  summary {
    min-height: 3rem;
    touch-action: manipulation;
  }
  input:not([type='checkbox'], [type='radio']),
  textarea {
    min-height: 3rem;
    font-size: 16px;
    width: 100%;
  }
  h2 {
    display: flex;
    align-items: baseline;
    gap: 0.5rem;
    font-size: 1.05rem;
    margin: 1rem 0 0.5rem;
  }
  .list {
    display: grid;
    gap: 0.6rem;
  }
  .empty {
    padding: 1.25rem 1rem;
    text-align: center;
    border: 1px dashed var(--line);
    border-radius: 10px;
    color: var(--text-2);
  }
  .acts {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 0.5rem;
  }
  .acts button:only-child,
  .acts button.primary:first-child:nth-last-child(odd),
  .acts button:not(.primary, .primary ~ *):last-child:nth-child(odd) {
    grid-column: 1 / -1;
  }
  .acts button {
    min-height: 3.5rem;
    font-size: 1.05rem;
    font-weight: 600;
    border-radius: 10px;
    border-color: var(--off);
  }
  .acts button.yes {
    border-color: var(--normal);
    color: var(--normal);
    background: var(--normal-soft);
  }
  .acts button.no {
    border-color: var(--critical);
    color: var(--critical);
    background: var(--critical-soft);
  }
  .acts button.primary {
    border-color: var(--accent);
  }
  .card {
    display: grid;
    gap: 0.55rem;
    padding: 0.75rem;
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: 12px;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.35rem 0.6rem;
  }
  .notice.row {
    flex-wrap: nowrap;
  }
  .notice.row .text {
    flex: 1;
    min-width: 0;
  }
  .notice.row button {
    flex: none;
  }
  .space {
    flex: 1;
  }
`;
