import { html, nothing, type TemplateResult } from 'lit';
import type { CaseView } from '../../api/types';
import { followLink } from '../../app/follow-link';
import { routesOf } from '../../app/routes';
import { session } from '../../app/session';
import { icon } from '../../parts/icon';
import { say } from '../../words/say';
import { mediationWords as w } from './words';

/** The code of the dispute between neighbours, as packs write it. */
const DISPUTE = 'DISP-01';

const PAGE = '/mediations';

/** In the panel of a dispute: the way to its mediation, which is opened there where it has none. */
export function mediationLink(view: Pick<CaseView, 'id' | 'type'>): TemplateResult | typeof nothing {
  const looks = session.who !== null && routesOf(session.who.role).some((route) => route.path === PAGE);
  return view.type === DISPUTE && looks ? html`<p class="no-print"><a class="button" href=${`${PAGE}/${view.id}?of=${view.id}`} @click=${followLink}>${icon('users')}${say(w.ofCase)}</a></p>` : nothing;
}
