import './theme.css';
import './dispatch-app';
import { language } from '../words/language';
import { session } from './session';
import { theme } from './theme';

theme.apply();
document.documentElement.lang = language.current;
void session.restore();
