import { css } from 'lit';

export const cardCss = css`
  :host {
    display: block;
  }
  article {
    display: grid;
    gap: 0.45rem;
    padding: 0.7rem 0.75rem;
    background: var(--surface);
    border: 1px solid var(--line);
    border-left: 6px solid var(--off);
    border-radius: 8px;
    scroll-margin: 4rem 0;
  }
  article:focus {
    outline: 2px solid var(--focus);
    outline-offset: 1px;
  }
  :host([duty='acknowledge']) article {
    border-left-color: var(--serious);
  }
  :host([duty='preControl']) article {
    border-left-color: var(--normal);
  }
  :host([duty='check']) article {
    border-left-color: var(--standby);
  }
  :host([duty='atStreet']) article {
    border-left-color: var(--caution);
  }
  :host([fresh]) article {
    animation: call 1s steps(2, jump-none) infinite;
  }
  @keyframes call {
    to {
      background: var(--serious-soft);
    }
  }
  header {
    display: flex;
    align-items: baseline;
    gap: 0.25rem 0.75rem;
  }
  h3 {
    flex: 1;
    min-width: 0;
    font-size: 1rem;
  }
  .countdown {
    white-space: nowrap;
    font-weight: 650;
    font-variant-numeric: tabular-nums;
  }
  header .countdown {
    font-size: 1.25rem;
  }
  .countdown small {
    font-size: 0.75rem;
    font-weight: 400;
    color: var(--text-2);
  }
  .facts,
  .acts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.3rem 0.5rem;
  }
  .acts button {
    min-height: 2.75rem;
    padding-inline: 0.6rem;
  }
  .acts:empty {
    display: none;
  }
  .about {
    display: flex;
    align-items: center;
    gap: 0.5rem;
  }
  .facts {
    flex: 1;
  }
  form .acts .plain {
    margin-left: auto;
  }
  .about .plain {
    padding-inline: 0.5rem;
    min-height: 1.75rem;
    margin-block: -0.25rem;
    margin-right: -0.4rem;
  }
  form {
    display: grid;
    gap: 0.5rem;
    padding-top: 0.5rem;
    border-top: 1px solid var(--line);
  }
  form .suggested button {
    min-height: 2.5rem;
    text-align: left;
  }
  textarea {
    width: 100%;
    min-height: 4rem;
  }
  /* One line, for what others have in hand. */
  button.line {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 0.75rem;
    width: 100%;
    padding: 0.45rem 0.75rem;
    text-align: left;
    border-left: 6px solid var(--off);
    border-radius: 8px;
  }
  :host([duty='onSite']) button.line {
    border-left-color: var(--normal);
  }
  button.line .chip {
    justify-self: end;
  }
  button.line > span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  button.line small {
    font-size: 0.85rem;
  }
  @media (max-width: 640px) {
    .acts button {
      flex: 1 1 auto;
    }
    .about .plain {
      min-height: 3rem;
      margin-block: -0.6rem;
    }
  }
`;
