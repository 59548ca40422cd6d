import { css } from 'lit';

/** The look of a case's papers. */
export const papersCss = css`
  :host {
    display: block;
    min-width: 0;
  }
  section,
  form {
    display: grid;
    gap: 0.6rem;
    justify-items: start;
  }
  ol,
  ul {
    margin: 0;
    padding-inline-start: 1.4rem;
    width: 100%;
  }
  ul {
    padding: 0;
    list-style: none;
  }
  li {
    padding: 0.35rem 0;
    border-bottom: 1px solid var(--line);
    overflow-wrap: anywhere;
  }
  li.planned > strong {
    font-weight: 400;
  }
  li > .muted,
  li > .said,
  ul > li > a {
    display: block;
  }
  h4 {
    margin: 0;
    font-size: 0.85rem;
  }
  ul > li > a {
    display: inline-flex;
    gap: 0.35rem;
    align-items: center;
    min-height: 2.25rem;
  }
  fieldset {
    border: 0;
    margin: 0;
    padding: 0;
  }
  fieldset label {
    display: flex;
    gap: 0.5rem;
    align-items: center;
    min-height: 2.75rem;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
  papers-act-form {
    width: 100%;
  }
`;
