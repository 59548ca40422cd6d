import { css } from 'lit';

/** What `<case-map>` looks like around maplibre's canvas. */
export const mapCss = css`
  :host {
    display: block;
    position: relative;
    height: 100%;
    min-height: 12rem;
    overflow: hidden;
    background: var(--bg);
  }
  .canvas {
    position: absolute;
    inset: 0;
    font: inherit;
  }
  .canvas canvas:focus-visible {
    outline-offset: -3px;
  }
  .pin {
    color: var(--accent);
    filter: drop-shadow(0 1px 2px rgb(0 0 0 / 40%));
  }
  .pin .icon {
    display: block;
    width: 34px;
    height: 34px;
    fill: var(--surface);
  }
  .tools {
    position: absolute;
    right: 0.5rem;
    top: 0.5rem;
    display: grid;
    gap: 0.25rem;
  }
  .tools button {
    width: 2.25rem;
    height: 2.25rem;
    padding: 0;
  }
  .corner {
    position: absolute;
    left: 0.5rem;
    bottom: 0.5rem;
    max-width: calc(100% - 1rem);
    font-size: 12px;
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: 6px;
    padding: 0.2rem 0.5rem;
  }
  .corner summary {
    cursor: pointer;
    display: flex;
    gap: 0.75rem;
  }
  .corner ul {
    margin: 0.25rem 0 0.15rem;
    padding: 0;
    list-style: none;
    display: grid;
    gap: 0.15rem;
  }
  .corner li {
    display: flex;
    align-items: center;
    gap: 0.4rem;
  }
  .tip,
  .here {
    position: absolute;
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: 6px;
    box-shadow: var(--shadow);
  }
  .tip {
    pointer-events: none;
    padding: 0.15rem 0.5rem;
    font-size: 12px;
    max-width: 16rem;
  }
  .here {
    width: 17rem;
    max-height: 15rem;
    display: flex;
    flex-direction: column;
  }
  .here header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    padding: 0.15rem 0.15rem 0.15rem 0.6rem;
    border-bottom: 1px solid var(--line);
  }
  .here ul {
    margin: 0;
    padding: 0.2rem;
    list-style: none;
    overflow: auto;
  }
  .here li button {
    width: 100%;
    justify-content: flex-start;
    text-align: left;
    border-color: transparent;
  }
  .here .title {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .here p {
    padding: 0.2rem 0.5rem 0.4rem;
  }
  .hint {
    position: absolute;
    left: 0.5rem;
    right: 3.25rem;
    top: 0.5rem;
    box-shadow: var(--shadow);
  }
  .cross {
    position: absolute;
    left: calc(50% - 12px);
    top: calc(50% - 12px);
    width: 24px;
    height: 24px;
    color: var(--accent);
    pointer-events: none;
  }
  .instead {
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 0.75rem;
    height: 100%;
    padding: 1rem;
    text-align: center;
  }
`;
