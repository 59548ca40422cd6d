import { css } from 'lit';

/** A page that is read from top to bottom: its width, its head and the tools in it. */
export const documentCss = css`
  :host {
    display: block;
  }
  .page {
    display: grid;
    gap: 0.9rem;
    align-content: start;
    max-width: 100rem;
    margin: 0 auto;
    padding: 0.9rem 1rem 2rem;
  }
  .page > * {
    min-width: 0;
  }
  .head,
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
  }
  .head {
    justify-content: space-between;
  }
`;
