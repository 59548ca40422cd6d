import { registerIconLibrary } from '@awesome.me/webawesome/dist/webawesome.js';

// Icons come from our own file: the content security policy lets nothing be fetched from elsewhere, data addresses included.
for (const library of ['system', 'default']) {
  registerIconLibrary(library, { resolver: (name) => `/icons.svg#${name}`, spriteSheet: true });
}
