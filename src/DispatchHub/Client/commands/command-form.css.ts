import { css } from 'lit';

/** The look of the command form. */
export const formCss = css`
  dialog {
    width: min(38rem, calc(100vw - 1rem));
    max-height: calc(100dvh - 1rem);
    padding: 0;
    border: 1px solid var(--line);
    border-radius: 12px;
    background: var(--surface);
    color: var(--text);
    box-shadow: var(--shadow);
    overflow: hidden;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 40%);
  }
  form {
    display: flex;
    flex-direction: column;
    max-height: calc(100dvh - 1rem - 2px);
  }
  .head {
    display: flex;
    gap: 0.75rem;
    align-items: start;
    padding: 0.9rem 1rem 0.6rem;
    border-bottom: 1px solid var(--line);
  }
  .head > div {
    flex: 1;
    min-width: 0;
  }
  .head h2 {
    display: flex;
    gap: 0.4rem;
    align-items: center;
    font-size: 1.1rem;
  }
  .body {
    flex: 1;
    overflow: auto;
    padding: 0.9rem 1rem;
    display: grid;
    gap: 0.9rem;
    align-content: start;
  }
  .foot {
    display: flex;
    gap: 0.5rem;
    justify-content: flex-end;
    align-items: center;
    padding: 0.7rem 1rem;
    border-top: 1px solid var(--line);
    background: var(--surface);
  }
  .foot .muted {
    flex: 1;
  }
  .foot button {
    min-height: 2.6rem;
    min-width: 6rem;
  }
  .field {
    display: grid;
    gap: 0.3rem;
    min-width: 0;
  }
  .field > label,
  .label {
    font-weight: 600;
  }
  textarea,
  select {
    width: 100%;
  }
  textarea {
    resize: vertical;
  }
  .options {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
    align-items: center;
  }
  .options input {
    max-width: 100%;
  }
  .verdict {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 0.6rem;
  }
  .verdict button {
    min-height: 4rem;
    font-size: 1.1rem;
    font-weight: 600;
    border-width: 2px;
  }
  .verdict .yes {
    color: var(--normal);
  }
  .verdict .no {
    color: var(--critical);
  }
  .verdict .yes[aria-pressed='true'] {
    background: var(--normal-soft);
    border-color: var(--normal);
  }
  .verdict .no[aria-pressed='true'] {
    background: var(--critical-soft);
    border-color: var(--critical);
  }
  .fault {
    color: var(--critical);
  }
  .fault:empty {
    display: none;
  }
  [aria-invalid='true'] {
    border-color: var(--critical);
  }
  .notice {
    display: grid;
    gap: 0.4rem;
  }
  .stands {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
    align-items: center;
  }
  .notice ul {
    margin: 0;
    padding-left: 1.2rem;
  }
  @media (max-width: 600px) {
    dialog {
      margin: auto 0 0;
      width: 100vw;
      max-width: 100vw;
      border-radius: 12px 12px 0 0;
    }
    .foot button,
    .options button {
      min-height: 2.9rem;
    }
  }
`;
