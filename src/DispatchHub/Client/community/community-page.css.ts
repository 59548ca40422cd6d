import { css } from 'lit';

/**
 * What the community acts on stands on the left, what the street has in the middle, the day on the right; on narrower screens one below
 * the other. Cards have one width everywhere.
 */
export const pageCss = css`
  :host {
    display: block;
    overflow: auto;
  }
  .page {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0 1.25rem;
    padding: 0 1rem 1rem;
    max-width: 140rem;
    margin-inline: auto;
  }
  .top {
    grid-column: 1 / -1;
    position: sticky;
    top: 0;
    z-index: 2;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4rem 0.75rem;
    margin-inline: -1rem;
    padding: 0.5rem 1rem;
    background: var(--bg);
  }
  .top h1 {
    margin-right: auto;
    font-size: 1.35rem;
  }
  .top > p {
    flex-basis: 100%;
  }
  .own {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0 1.25rem;
    align-content: start;
  }
  .cards {
    display: grid;
    gap: 0.6rem;
    margin-block: 0.5rem 1.25rem;
  }
  .cards.lines {
    gap: 0.3rem;
  }
  h2 {
    display: flex;
    gap: 0.5rem;
    align-items: baseline;
  }
  .empty {
    padding: 1.25rem;
    margin-block: 0.5rem 1.25rem;
    border: 1px dashed var(--line);
    border-radius: 8px;
    color: var(--text-2);
  }
  .alone {
    display: grid;
    place-content: center;
    min-height: 100%;
    padding: 1rem;
    text-align: center;
  }
  dialog {
    width: min(46rem, 100vw);
    max-width: none;
    height: 100dvh;
    max-height: none;
    margin: 0 0 0 auto;
    padding: 0;
    border: 0;
    border-left: 1px solid var(--line);
    background: var(--bg);
    color: var(--text);
  }
  dialog:focus {
    outline: none;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 35%);
  }
  @media (min-width: 900px) {
    .page {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
    community-side {
      grid-column: 1 / -1;
    }
  }
  @media (min-width: 1200px) {
    .page {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) 20rem;
    }
    community-side {
      grid-column: auto;
    }
  }
  @media (min-width: 1700px) {
    .page {
      grid-template-columns: repeat(3, minmax(0, 1fr)) 22rem;
    }
    .own {
      display: contents;
    }
  }
  @media (max-width: 640px) {
    .page {
      padding-inline: 0.5rem;
    }
    .top {
      margin-inline: -0.5rem;
      padding: 0.35rem 0.5rem;
      gap: 0.3rem;
    }
    .top .keys {
      display: none;
    }
    .top button {
      min-height: 3rem;
    }
    .top button .wide {
      display: none;
    }
  }
`;
