import { city } from '../api/city';
import { language } from '../words/language';
import { sayName } from '../words/say';
import { clockName } from '../words/terms';
import type { FigureRow, Grouping } from './figures';

/** What people call a row: the name of a place, type or clock, or a period. */
export function rowName(row: Pick<FigureRow, 'key' | 'name'>, by: Grouping): string {
  switch (by) {
    case 'grid':
      return city.gridName(row.key);
    case 'type':
      return city.typeName(row.key, sayName(row.name, row.key));
    case 'clock':
      return clockName(row.key);
    case 'week':
      return weekName(row.key);
    case 'day':
    case 'month':
      return row.key;
    default:
      return sayName(row.name, row.key);
  }
}

function weekName(key: string): string {
  const [year, week] = key.split('-W');
  return language.current === 'en' ? key : `${year}年第${Number(week)}周`;
}
