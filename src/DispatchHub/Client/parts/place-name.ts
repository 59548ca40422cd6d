import { html, type TemplateResult } from 'lit';
import { city } from '../api/city';
import type { CaseRow } from '../api/types';

/** Where a case lies: the building, which has a Chinese name only, or the grid where no building was given. */
export function placeName(row: Pick<CaseRow, 'placeName' | 'gridId'>): TemplateResult {
  return row.placeName ? html`<span lang="zh-CN">${row.placeName}</span>` : html`${city.gridName(row.gridId)}`;
}
