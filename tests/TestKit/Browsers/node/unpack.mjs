// Unpacks the Chromium that @sparticuz/chromium carries.
//
//   node unpack.mjs <folder with node_modules>
//
// Leaves in that folder: chromium with its software WebGL beside it, fonts/, and al2023/lib with the system libraries that a
// bare machine lacks. The packed files are removed, since nobody unpacks them twice.
import { rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = resolve(process.argv[2]);
process.env.TMPDIR = folder; // The package unpacks into the folder for temporary files.
const packed = join(folder, 'node_modules', '@sparticuz', 'chromium');
const { default: chromium, inflate } = await import(pathToFileURL(join(packed, 'build', 'index.js')));
await chromium.executablePath();
await inflate(join(packed, 'bin', 'al2023.tar.br'));
writeFileSync(join(folder, 'fonts', 'fonts.conf'), `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir prefix="relative">fonts</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>
`);
rmSync(join(folder, 'node_modules'), { recursive: true });
