import { svg, type SVGTemplateResult } from 'lit';

// Our own drawings in a square of 48, in the colour of the text around them.
const drawings: Record<string, SVGTemplateResult> = {
  'DEC-01': svg`<path d="M8 8h32v32H8zM16 8v32M32 8v32" /><path class="mark" d="m26 8-5 9 6 6-6 7 4 10" />`,
  'DEC-02': svg`<path d="M6 26h36v4a8 8 0 0 1-8 8H14a8 8 0 0 1-8-8zM14 38v4M34 38v4M12 26V12a4 4 0 0 1 8 0" /><path class="mark" d="M28 8v12M34 11v9" />`,
  'DEC-03': svg`<path d="M6 6h36v36H6z" /><path d="M14 14h20v18H14zM24 14v18M14 23h20" /><path class="mark" d="M10 36h28" />`,
  'DEC-04': svg`<path class="mark" d="M24 6c2 8 10 11 10 20a10 10 0 0 1-20 0c0-5 3-7 4-11 2 2 3 4 3 6 3-4 3-9 3-15z" /><path d="M4 42h40" />`,
  'DEC-05': svg`<path d="M12 6h18l8 8v28H12zM30 6v8h8" /><path class="mark" d="m19 22 12 12M31 22 19 34" />`,
  'DEC-06': svg`<path d="M6 10h36v7H6z" /><path class="mark" d="M14 23c4 5 4 9 0 9s-4-4 0-9zM25 27c4 5 4 9 0 9s-4-4 0-9zM36 22c4 5 4 9 0 9s-4-4 0-9z" />`,
  'DEC-07': svg`<path d="M8 18h18l-2 24H10zM5 18h24M13 18l1-5h6l1 5" /><path class="mark" d="M33 20c3 3 3 9 0 12M38 15c6 6 6 16 0 22" />`,
  'DISP-01': svg`<circle cx="13" cy="16" r="5" /><circle cx="35" cy="16" r="5" /><path d="M4 40c0-9 4-13 9-13s9 4 9 13M26 40c0-9 4-13 9-13s9 4 9 13" /><path class="mark" d="m26 6-4 6h5l-4 7" />`,
  'FIRE-01': svg`<path d="M8 42V6h20v36M4 42h40M22 24v3" /><path class="mark" d="M37 20c1 4 5 6 5 10a6 6 0 0 1-11 0c0-4 4-5 6-10z" />`,
  'GRN-01': svg`<path d="M24 42V26M24 26c-9 0-14-5-14-11a8 8 0 0 1 8-8c2-3 10-3 12 0a8 8 0 0 1 8 8c0 6-5 11-14 11zM12 42h24" /><path class="mark" d="M8 40 40 8" />`,
  'ILL-01': svg`<path d="M8 42V8h26M8 14 18 8M34 8v9M4 42h40" /><path class="mark" d="M22 42V28h18v14M22 35h18M31 28v7M27 35v7M36 35v7" />`,
  'ILL-02': svg`<path d="M6 24 24 8l18 16M10 21v21h28V21" /><path class="mark" d="m18 25 12 12M30 25 18 37" />`,
  'PROP-01': svg`<circle cx="18" cy="14" r="7" /><path d="M5 42c0-11 5-16 13-16 4 0 7 1 9 3" /><path class="mark" d="M36 20v14M36 40v1" />`,
};

const scenes: Record<string, SVGTemplateResult> = {
  'illegal-construction': drawings['ILL-02']!,
  'illegal-decoration': drawings['DEC-03']!,
  'greening-damage': drawings['GRN-01']!,
};

const otherwise = svg`<circle cx="24" cy="24" r="17" /><path class="mark" d="M24 14v13M24 33v1" />`;

/** The picture of a type; of its scene, or a sign of warning, where a pack has types of its own. It is decoration: the name stands beside it. */
export function typePicture(code: string, scene: string): SVGTemplateResult {
  return svg`<svg class="picture" viewBox="0 0 48 48" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round">
    ${drawings[code] ?? scenes[scene] ?? otherwise}
  </svg>`;
}
