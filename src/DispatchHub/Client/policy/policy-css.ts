import { css } from 'lit';

/** What the page of rules and its parts share: sections with tables that scroll on a phone. */
export const policyCss = css`
  section {
    display: grid;
    gap: 0.5rem;
    min-width: 0;
    padding: 0.75rem;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--surface);
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    border-collapse: collapse;
    min-width: min(100%, 40rem);
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: 0.3rem 0.75rem 0.3rem 0;
    border-bottom: 1px solid var(--line);
    text-align: left;
    vertical-align: top;
  }
  th.number,
  td.number {
    text-align: right;
  }
  tbody th {
    font-weight: 400;
  }
  ul {
    margin: 0;
    padding-left: 1.2rem;
  }
  form {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
    align-items: end;
  }
  fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1rem;
    margin: 0;
    border: 1px solid var(--line);
    border-radius: 6px;
  }
  fieldset label {
    display: inline-flex;
    gap: 0.35rem;
    align-items: center;
    min-height: 2rem;
  }
  select {
    max-width: 100%;
  }
  .wide {
    flex: 1 1 16rem;
  }
`;
