import { css } from 'lit';

/** The product and the form on one side, the people of a demo on the other; one below the other on a phone. */
export const signInCss = css`
  :host {
    display: block;
    min-height: 100%;
  }
  .page {
    display: grid;
    min-height: 100%;
    justify-content: center;
  }
  .page.demo {
    grid-template-columns: minmax(22rem, 28rem) minmax(0, 96rem);
    justify-content: stretch;
  }
  .about {
    display: grid;
    align-content: center;
    gap: 1.25rem;
    max-width: 30rem;
    padding: 2rem;
  }
  .demo .about {
    position: sticky;
    top: 0;
    align-self: start;
    align-content: start;
    min-height: 100dvh;
    padding-top: max(2rem, 12vh);
    background: var(--surface);
    border-right: 1px solid var(--line);
  }
  .switches {
    display: flex;
    gap: 0.25rem;
    margin-left: -0.7rem;
  }
  .name {
    display: flex;
    align-items: center;
    gap: 1rem;
  }
  h1 {
    font-size: 2rem;
    line-height: 1.2;
  }
  h1 small {
    display: block;
    font-size: 1rem;
    font-weight: 400;
    color: var(--text-2);
  }
  .what {
    font-size: 1.05rem;
    line-height: 1.6;
    color: var(--text-2);
  }
  .card {
    display: grid;
    gap: 0.75rem;
    padding: 1.25rem;
    border: 1px solid var(--line);
    border-radius: 12px;
    background: var(--surface);
  }
  .notice button {
    margin-left: 0.5rem;
  }
  .people {
    display: grid;
    align-content: start;
    gap: 0.4rem;
    padding: 2rem;
  }
  .people h2 {
    font-size: 1.25rem;
  }
  demo-people {
    margin-top: 0.6rem;
  }
  @media (max-width: 900px) {
    .page.demo {
      grid-template-columns: minmax(0, 1fr);
      align-content: start;
    }
    .about,
    .demo .about {
      position: static;
      min-height: 0;
      max-width: none;
      padding: 1rem;
      border-right: 0;
      border-bottom: 1px solid var(--line);
    }
    .people {
      padding: 1rem;
    }
  }
`;
