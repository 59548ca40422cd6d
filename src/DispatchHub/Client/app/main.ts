import './theme.css';
import { language } from '../words/language';
import { publicPageAt } from './public-pages';
import { session } from './session';
import { theme } from './theme';

theme.apply();
document.documentElement.lang = language.current;
const open = publicPageAt(location.pathname);
if (open) {
  document.querySelector('dispatch-app')?.replaceWith(document.createElement(open.element));
  void open.load();
} else {
  void import('./dispatch-app').then(() => session.restore());
}
