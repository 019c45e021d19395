/** The gallery for people: `#section` chooses the part, `?theme=dark&language=pseudo&dir=rtl&state=name` how it looks. */
import { createRoot } from 'react-dom/client';
import '../../renderer/styles/tokens.css';
import '../../renderer/styles/reset.css';
import '../../renderer/styles/base.css';
import { Language } from '../../shared/contract/settings.ts';
import { must } from '../../shared/lang/assert.ts';
import { Gallery, sections } from './gallery.tsx';

const asked = new URLSearchParams(location.search);
const theme = asked.get('theme') === 'dark' ? 'dark' : 'light';
const language = Language.safeParse(asked.get('language')).data ?? 'en';
const direction = asked.get('dir') === 'rtl' ? 'rtl' : 'ltr';
const wanted = decodeURIComponent(location.hash.slice(1));
const section = sections.find(({ name }) => name === wanted) ?? must(sections[0], 'there is a section');
const only = section.states.filter(({ name }) => name === asked.get('state'));
// Modal states would lie over each other: the first of them, until one is asked for.
const states = only.length > 0 ? only : section.alone === true ? section.states.slice(0, 1) : section.states;

document.documentElement.dataset['theme'] = theme;
window.addEventListener('hashchange', () => location.reload());
createRoot(must(document.getElementById('root'), 'index.html has #root')).render(
  <>
    <nav className="gallery-nav">
      {sections.map(({ name }) => (
        <a key={name} href={`#${name}`} aria-current={name === section.name ? 'page' : undefined}>
          {name}
        </a>
      ))}
    </nav>
    <Gallery section={section} states={states} looks={{ theme, language }} direction={direction} />
  </>,
);
