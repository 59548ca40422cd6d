import { css } from 'lit';

/** What `<place-picker>` looks like. */
export const pickerCss = css`
  :host {
    display: grid;
    gap: 0.4rem;
  }
  .plan {
    position: relative;
    height: min(20rem, 50dvh);
    border: 1px solid var(--line);
    border-radius: 8px;
    overflow: hidden;
    background: var(--bg);
  }
  svg.all {
    display: block;
    width: 100%;
    height: 100%;
    touch-action: none;
    cursor: crosshair;
  }
  svg.all:focus-visible {
    outline-offset: -3px;
  }
  path {
    fill: var(--surface-2);
    stroke: var(--line);
    vector-effect: non-scaling-stroke;
  }
  path.own {
    fill: var(--surface);
    stroke: var(--accent);
    stroke-width: 2;
  }
  circle {
    fill: var(--surface);
    stroke: var(--off);
    stroke-width: 2;
  }
  text {
    fill: var(--text);
    font: 13px var(--font);
    text-anchor: middle;
    paint-order: stroke;
    stroke: var(--surface);
    stroke-width: 3px;
    pointer-events: none;
  }
  .pin {
    color: var(--accent);
    fill: var(--surface);
    pointer-events: none;
  }
  .tools {
    position: absolute;
    right: 0.4rem;
    top: 0.4rem;
    display: grid;
    gap: 0.4rem;
  }
  .tools button {
    width: 2.75rem;
    height: 2.75rem;
    padding: 0;
  }
`;
