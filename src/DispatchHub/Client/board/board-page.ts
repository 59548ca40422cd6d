import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { city } from '../api/city';
import type { CaseLevel, CaseRow, CaseView } from '../api/types';
import { navigation } from '../app/navigation';
import { session } from '../app/session';
import { tabTitle } from '../app/tab-title';
import { instantText } from '../clocks/spoken';
import { people } from '../commands/people';
import type { Applied } from '../feed/board-state';
import '../decoration/estates/hand-over-strip';
import { cityClock } from '../feed/city-clock';
import { pageState } from '../feed/page-state';
import type { KeyHandlers } from '../keys/keys';
import { listenForKeys } from '../keys/listen';
import { shared } from '../parts/shared-css';
import { ticking } from '../parts/ticking';
import { Localized } from '../words/language';
import { say, sayName } from '../words/say';
import { alertSettings } from './alert-settings';
import { BoardAddress } from './board-address';
import { BoardAlarm } from './board-alarm';
import { insteadOfList, pauseBar, shiftBar, staleBar } from './board-bars';
import { BoardFeed, type BoardFeedListener } from './board-feed';
import { casesIn, isGroup } from './board-lines';
import './board-list';
import type { BoardList } from './board-list';
import type { Raised } from './board-model';
import './board-overlays';
import type { Overlay } from './board-overlays';
import { boardPageCss } from './board-page-css';
import './board-strip';
import type { BoardStrip, Tool } from './board-strip';
import './ended-list';
import './filter-bar';
import type { FilterBar } from './filter-bar';
import { FilterChanges } from './filter-changes';
import { mapChoice, rememberMap } from './map-choice';
import './next-hours';
import { outlook } from './outlook';
import type { Order } from './give-orders';
import './order-bar';
import type { OrderBar } from './order-bar';
import './rewind-bar';
import './side-parts';
import type { SideParts } from './side-parts';
import { boardWords as w } from './words';

/** The board of a street: every open case in the order in which time runs out, and everything that can be done about them. */
@customElement('dispatch-board')
export class BoardPage extends LitElement implements BoardFeedListener {
  static override styles = [shared, boardPageCss];

  @state() private version = 0;
  /** Counts up when names of people or places have come. */
  @state() private names = 0;
  @state() private overlay: Overlay | null = null;
  @state() private place: { lat: number; lon: number } | null = null;
  @state() private map = mapChoice();
  @query('board-list') private list!: BoardList | null;
  @query('board-strip') private strip!: BoardStrip;
  @query('filter-bar') private filterBar!: FilterBar;
  @query('order-bar') private orders!: OrderBar;
  @query('side-parts') private side!: SideParts | null;

  private feed!: BoardFeed;
  private readonly who = session.who!;
  private readonly address = new BoardAddress();
  private readonly filters = new FilterChanges(() => this.feed, this.address, () => this.list?.toTop());
  private readonly alarm = new BoardAlarm(() => this.requestUpdate());
  private stopKeys = (): void => undefined;

  constructor() {
    super();
    new Localized(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.feed = new BoardFeed(`street:${this.who.streetId}`, this.who, this);
    pageState.tell(this.feed.watch);
    navigation.addEventListener('change', this.read);
    alertSettings.addEventListener('change', this.renew);
    city.addEventListener('change', this.renamed);
    people.addEventListener('change', this.renamed);
    people.want();
    outlook.addEventListener('change', this.foretold);
    outlook.start(`street:${this.who.streetId}`);
    this.stopKeys = listenForKeys(this.keys);
    this.read();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopKeys();
    this.address.stop();
    this.feed.stop();
    this.alarm.stop();
    navigation.removeEventListener('change', this.read);
    alertSettings.removeEventListener('change', this.renew);
    city.removeEventListener('change', this.renamed);
    people.removeEventListener('change', this.renamed);
    outlook.removeEventListener('change', this.foretold);
    outlook.stop();
    pageState.tell(null);
    tabTitle.setLate(0);
  }

  painted(applied: Applied): void {
    const { view, watch } = this.feed;
    tabTitle.setLate(view.live.totals.late);
    this.version++;
    outlook.changed(applied.changed.length + applied.removed.length);
    if (this.map) {
      this.side?.changed(applied, applied.all ? view.shownRows() : watch.board.rows);
    }
  }

  raised(raised: readonly Raised[]): void {
    this.alarm.raised(raised);
  }

  stateChanged(): void {
    pageState.tell(this.feed.watch, this.feed.view.pastAt !== null);
    this.requestUpdate();
  }

  protected override updated(): void {
    const past = this.feed.view.pastAt !== null;
    if (pageState.past !== past) {
      pageState.tell(this.feed.watch, past);
    }
  }

  protected override render(): TemplateResult {
    const { view } = this.feed;
    return html`<div class="board">
      <h1 class="visually-hidden">${say(w.titleOf, { street: sayName(city.territory?.street.name) })}</h1>
      <p class="printed">${say(w.titleOf, { street: sayName(city.territory?.street.name) })} · ${ticking(() => instantText(this.feed.now(), 'full'))}</p>
      <hand-over-strip .street=${this.who.streetId ?? ''}></hand-over-strip>
      <board-strip
        .totals=${view.model.totals} .filter=${view.filter} .unread=${view.live.unreadCount} .grouped=${view.grouped} .map=${this.map}
        .paused=${view.paused !== null} .past=${view.pastAt !== null} .person=${this.who.role} .street=${this.who.streetId} .rows=${this.feed.watch.board.rows} .version=${this.version}
        @tool=${(event: CustomEvent<{ name: Tool }>) => this.tools[event.detail.name]()} @toggled=${this.filters.toggled}
      ></board-strip>
      <filter-bar .filter=${view.filter} .shown=${view.filtered ? casesIn(view.lines, view.grouped) : 0} .all=${view.filtered ? view.model.totals.all : 0} @filtered=${this.filters.typed}></filter-bar>
      ${view.pastAt === null ? html`<next-hours .hours=${outlook.hours} .failed=${outlook.failed} .chosen=${view.filter.lateBy} @hour=${this.filters.hour}></next-hours>` : nothing}
      ${this.bars()}
      <p class="visually-hidden" role="status">${this.alarm.announced}</p>
      <div class="work ${this.map || view.open ? 'beside' : ''} ${this.map ? 'with-map' : ''} ${view.pastAt === null ? '' : 'past'}">
        <div class="main">${this.main()} <ended-list .ended=${view.ended} @opened=${this.opened}></ended-list></div>
        ${this.map || view.open
          ? html`<side-parts
              ?both=${this.map && view.open !== null} .map=${this.map} .caseId=${view.open} .placing=${this.placing} .notice=${view.pastAt === null ? '' : say(w.pastCase, { at: instantText(view.pastAt, 'full') })}
              @case-selected=${this.opened} @open-case=${this.opened} @closed=${this.closeCase} @place-chosen=${this.placeChosen} @placing-ended=${this.endPlacing}
            ></side-parts>`
          : nothing}
      </div>
      <board-overlays
        .shown=${this.overlay} .rows=${this.feed.watch.board.rows} .caseId=${view.open} .marked=${[...view.marks]} .place=${this.place}
        @closed=${this.closeOverlay} @open-case=${this.opened} @reported=${this.reported} @go=${this.go} @do=${(event: CustomEvent<Order>) => void this.orders.give(event.detail)}
      ></board-overlays>
    </div>`;
  }

  /** What has to be known about the board before it is read. */
  private bars(): TemplateResult {
    const { view, watch, past } = this.feed;
    const asked = this.address.asked;
    return html`
      ${asked !== null
        ? html`<rewind-bar .at=${asked} .shown=${view.pastAt ?? asked} .busy=${past.busy} .problem=${past.problem} @asked=${this.askPast} @live=${this.backToLive}></rewind-bar>`
        : html`${watch.state === 'stale' ? staleBar(watch.since) : nothing} ${view.paused ? pauseBar(view.paused, this.togglePause) : nothing}
            ${this.alarm.asks && watch.state !== 'refused' ? shiftBar(() => this.alarm.start(), () => this.alarm.quiet()) : nothing}`}
      <order-bar
        .marked=${[...view.marks].flatMap((id) => view.live.get(id)?.row ?? [])} .find=${this.find} @unmark=${() => this.unmark(null)}
        @took=${(event: CustomEvent<{ ids: string[] }>) => this.unmark(event.detail.ids)}
      ></order-bar>
    `;
  }

  private main(): TemplateResult {
    const { view } = this.feed;
    const instead = insteadOfList(this.feed, this.filters.clear);
    if (instead) {
      return instead;
    }
    return html`<board-list
      .lines=${view.lines} .version=${this.version} .names=${this.names} .cursor=${view.cursor} .open=${view.open} .marks=${view.marks} .flash=${alertSettings.current.flash}
      .now=${this.feed.now} .readonly=${view.pastAt !== null} @opened=${this.opened} @marked=${this.marked} @folded=${this.folded}
    ></board-list>`;
  }

  private readonly renew = (): void => this.requestUpdate();

  private readonly foretold = (): void => (this.feed.view.filter.lateBy === null ? this.requestUpdate() : this.feed.renew());

  private readonly renamed = (): void => {
    this.names++;
  };

  /** Shows what the address says. */
  private readonly read = (): void => {
    if (navigation.path !== '/board') {
      return;
    }
    const { view, past, watch } = this.feed;
    const open = view.open;
    view.read(navigation.query);
    if (view.open && view.open !== open) {
      view.cursor = view.open;
    }
    const asked = this.address.asked;
    if (asked !== null) {
      this.feed.rewind(asked);
    } else if (view.pastAt !== null || past.busy || past.problem) {
      this.feed.showLive();
    }
    if (watch.board.at !== null) {
      this.feed.renew();
    }
    this.requestUpdate();
  };

  // What is done with the list.

  private readonly opened = (event: CustomEvent<{ id: string }>): void => this.openCase(event.detail.id);

  private openCase(id: string): void {
    this.feed.view.cursor = id;
    this.overlay = null;
    this.address.now({ case: id });
  }

  private readonly closeCase = (): void => {
    this.address.now({ case: null });
    this.list?.focus();
  };

  private readonly marked = (event: CustomEvent<{ id: string }>): void => {
    this.feed.view.mark(event.detail.id);
    this.requestUpdate();
  };

  /** Takes the marks of some cases away, or all. */
  private unmark(ids: readonly string[] | null): void {
    this.feed.view.unmark(ids);
    this.requestUpdate();
  }

  private readonly find = (id: string): CaseRow | null => this.feed.watch.board.rows.get(id) ?? null;

  private readonly folded = (event: CustomEvent<{ level: CaseLevel }>): void => {
    this.feed.view.fold(event.detail.level);
    this.feed.renew();
  };

  private move(by: number): void {
    const index = this.feed.view.move(by);
    if (index >= 0) {
      this.list?.reveal(index);
      this.list?.focus();
    }
    this.requestUpdate();
  }

  private open(): void {
    const line = this.feed.view.current;
    if (line && isGroup(line)) {
      this.feed.view.fold(line.level);
      this.feed.renew();
    } else if (line) {
      this.openCase(line.row.id);
      void this.updateComplete.then(() => this.side?.focus());
    }
  }

  private back(): void {
    const { view } = this.feed;
    if (this.overlay) {
      this.closeOverlay();
    } else if (view.open) {
      this.closeCase();
    } else if (view.marks.size > 0) {
      this.unmark(null);
    } else {
      view.cursor = null;
      this.requestUpdate();
    }
  }

  // Instants and sounds.

  private readonly togglePause = (): void => {
    const { view } = this.feed;
    if (view.paused) {
      view.letGo();
    } else {
      view.hold(cityClock.now());
    }
    this.feed.renew();
  };

  private readonly askPast = (event: CustomEvent<{ at: number }>): void => {
    this.feed.past.ask(event.detail.at);
    this.address.soon({ at: new Date(event.detail.at).toISOString() });
  };

  private readonly backToLive = (): void => {
    this.address.now({ at: null });
    this.list?.focus();
  };

  // What opens over the board, and what comes of it.

  private show(overlay: Overlay): void {
    if (this.feed.view.pastAt === null || overlay === 'keys') {
      this.overlay = overlay;
    }
  }

  private readonly closeOverlay = (): void => {
    this.overlay = null;
    this.place = null;
    this.list?.focus();
  };

  private readonly reported = (event: CustomEvent<{ case: CaseView }>): void => {
    this.feed.view.cursor = event.detail.case.id;
    this.endPlacing();
  };

  private readonly go = (event: CustomEvent<{ address: string }>): void => {
    this.overlay = null;
    navigation.go(event.detail.address);
  };

  private get placing(): boolean {
    return (this.overlay === 'call' || this.overlay === 'drill') && this.map;
  }

  private readonly placeChosen = (event: CustomEvent<{ lat: number; lon: number }>): void => {
    this.place = event.detail;
    this.overlay = 'call';
  };

  private readonly endPlacing = (): void => {
    this.place = null;
  };

  private readonly tools: Readonly<Record<Tool, () => void>> = {
    command: () => this.show('command'),
    call: () => this.show('call'),
    keys: () => this.show('keys'),
    pause: this.togglePause,
    group: () => this.address.now({ group: this.feed.view.grouped ? null : 'level' }),
    map: () => {
      this.map = !this.map;
      rememberMap(this.map);
      this.address.now({ map: null });
      void this.updateComplete.then(() => this.feed.renew());
    },
    rewind: () => (this.address.asked !== null ? this.backToLive() : this.address.now({ at: new Date(cityClock.now()).toISOString() })),
    seenAll: () => {
      this.feed.view.lookAtAll();
      this.feed.renew();
    },
    print: () => print(),
    drill: () => this.show('drill'),
  };

  private readonly keys: KeyHandlers = {
    down: () => this.move(1),
    up: () => this.move(-1),
    pageDown: () => this.move(this.list?.page ?? 1),
    pageUp: () => this.move(-(this.list?.page ?? 1)),
    first: () => this.move(-Infinity),
    last: () => this.move(Infinity),
    open: () => this.open(),
    mark: () => {
      this.feed.view.markCurrent();
      this.requestUpdate();
    },
    back: () => this.back(),
    command: this.tools.command,
    call: this.tools.call,
    seenAll: this.tools.seenAll,
    search: () => this.filterBar.search(),
    ...this.filters.keys,
    group: this.tools.group,
    pause: this.togglePause,
    map: this.tools.map,
    rewind: this.tools.rewind,
    sound: () => void this.strip.alerts.open(),
    keys: this.tools.keys,
  };
}
