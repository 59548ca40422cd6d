import { city } from '../api/city';
import type { BoardAddress } from './board-address';
import type { BoardFeed } from './board-feed';
import { addressOf, noFilter, toggled, type BoardFilter, type FilterSet } from './board-filter';

/** The ways in which a person changes the filter of a board. Each ends in the address, from which the board reads its filter again. */
export class FilterChanges {
  /** `changed` is called after each: the list begins anew. */
  constructor(
    private readonly feed: () => BoardFeed,
    private readonly address: BoardAddress,
    private readonly changed: () => void,
  ) {}

  readonly toggled = (event: CustomEvent<{ key: FilterSet; value: string }>): void =>
    this.change((filter) => toggled(filter, event.detail.key, event.detail.value));

  readonly typed = (event: CustomEvent<{ filter: BoardFilter }>): void => {
    // The list follows each letter, the address the word.
    this.feed().view.filter = event.detail.filter;
    this.feed().renew();
    this.address.soon(addressOf(event.detail.filter));
    this.changed();
  };

  readonly clear = (): void => this.address.now(addressOf(noFilter));

  readonly late = (): void => this.change((filter) => ({ due: new Set(filter.due.size > 0 ? [] : ['late', 'near']) }));

  readonly mine = (): void => this.change((filter) => ({ mine: !filter.mine }));

  readonly unread = (): void => this.change((filter) => ({ unread: !filter.unread }));

  /** Cases of any other system, or all. */
  readonly elsewhere = (): void => this.change((filter) => ({ sources: new Set(filter.sources.size > 0 ? [] : Object.keys(city.catalogue?.sources ?? {})) }));

  readonly hour = (event: CustomEvent<{ key: string | null }>): void => this.change(() => ({ lateBy: event.detail.key }));

  /** Those that have a key of their own. */
  readonly keys = { late: this.late, mine: this.mine, unread: this.unread, elsewhere: this.elsewhere };

  private change(by: (filter: BoardFilter) => Partial<BoardFilter>): void {
    const { filter } = this.feed().view;
    this.address.now(addressOf({ ...filter, ...by(filter) }));
    this.changed();
  }
}
