import { css } from 'lit';

/** A form over the roster. */
export const dialogCss = css`
  dialog {
    width: min(28rem, calc(100vw - 1rem));
    max-height: calc(100dvh - 1rem);
    border: 1px solid var(--line);
    border-radius: 10px;
    padding: 1rem;
    background: var(--surface);
    color: var(--text);
  }
  dialog.wide {
    width: min(46rem, calc(100vw - 1rem));
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 45%);
  }
  header,
  footer {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: 0.5rem;
  }
  form {
    display: grid;
    gap: 0.7rem;
  }
  select,
  input:not([type='checkbox']) {
    width: 100%;
    min-width: 0;
    min-height: 2.75rem;
  }
  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr));
    gap: 0.6rem;
  }
  fieldset {
    border: 1px solid var(--line);
    border-radius: 8px;
    padding: 0.5rem 0.75rem;
    min-width: 0;
    max-height: 16rem;
    overflow: auto;
  }
  .check {
    display: flex;
    align-items: center;
    gap: 0.4rem;
    min-height: 2.1rem;
  }
  .preview {
    display: grid;
    gap: 0.3rem;
    padding: 0.5rem 0.75rem;
    background: var(--surface-2);
    border-radius: 8px;
  }
  .preview ul {
    margin: 0;
    padding-left: 1.1rem;
  }
`;
