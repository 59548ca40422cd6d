import { css } from 'lit';

/** The look of the quick entry. */
export const quickEntryCss = css`
  :host {
    display: block;
    position: fixed;
    z-index: 20;
    left: 0.75rem;
    top: 3.75rem;
    width: min(30rem, calc(100vw - 1.5rem));
    max-height: calc(100dvh - 4.5rem);
    overflow: auto;
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: 12px;
    box-shadow: var(--shadow);
  }
  @media (max-width: 600px) {
    :host {
      inset: auto 0 0 0;
      width: 100vw;
      max-height: 85dvh;
      border-radius: 12px 12px 0 0;
    }
  }
  section {
    padding: 0.75rem 1rem 1rem;
    display: grid;
    gap: 0.7rem;
  }
  header {
    display: flex;
    align-items: center;
  }
  header h2 {
    flex: 1;
    display: flex;
    gap: 0.4rem;
    align-items: center;
    font-size: 1.1rem;
  }
  form {
    display: grid;
    gap: 0.7rem;
    grid-template-columns: minmax(0, 1fr);
  }
  .field {
    display: grid;
    gap: 0.2rem;
  }
  .fault {
    color: var(--critical);
  }
  [aria-invalid='true'] {
    border-color: var(--critical);
  }
  textarea {
    resize: vertical;
  }
  .ticks {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem 1.5rem;
  }
  .ticks label {
    display: flex;
    align-items: center;
    gap: 0.4rem;
    min-height: 2.1rem;
    cursor: pointer;
  }
  .ticks input {
    min-height: 0;
    width: 1.1rem;
    height: 1.1rem;
    margin: 0;
    accent-color: var(--accent);
  }
  footer,
  .after {
    display: flex;
    gap: 0.5rem;
    align-items: center;
    flex-wrap: wrap;
  }
  footer .muted {
    flex: 1 1 10rem;
  }
  footer button,
  .after button {
    min-height: 2.6rem;
  }
  .outcome {
    display: grid;
    gap: 0.5rem;
  }
  .outcome .number {
    font-size: 1.6rem;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
    user-select: all;
  }
`;
