import { defineConfig } from 'vitest/config';
import type { Plugin } from 'vite';
import { VitePWA, type VitePWAOptions } from 'vite-plugin-pwa';

/** Where `npm run dev` finds the hub. */
const hub = process.env['DISPATCH_HUB'] ?? 'http://localhost:5080';

/** What a phone needs without a network, beside the entry; desks' pages and the street's map are not fetched onto it beforehand. */
const ON_THE_PHONE = ['field/field-page.ts', 'case/case-panel.ts', 'map/place-picker.ts'];

/** The files of the build that hold them, found while it is written. */
const phoneFiles = new Set<string>();

const findPhoneFiles: Plugin = {
  name: 'dispatch-phone-files',
  generateBundle(_, bundle) {
    const take = (file: string): void => {
      const chunk = bundle[file];
      if (chunk?.type === 'chunk' && !phoneFiles.has(file)) {
        phoneFiles.add(file);
        chunk.imports.forEach(take);
      }
    };
    for (const chunk of Object.values(bundle)) {
      const module = chunk.type === 'chunk' ? chunk.facadeModuleId : null;
      if (chunk.type === 'chunk' && (chunk.isEntry || ON_THE_PHONE.some((one) => module?.endsWith(`/${one}`)))) {
        take(chunk.fileName);
      }
    }
  },
};

/** The service worker and the manifest that make the field page an app of the phone. */
const phoneApp: Partial<VitePWAOptions> = {
  strategies: 'injectManifest',
  srcDir: 'field',
  filename: 'sw.ts',
  // The page registers it itself: nothing inline, and only where it is wanted.
  injectRegister: false,
  registerType: 'prompt',
  includeManifestIcons: false,
  injectManifest: {
    globPatterns: ['index.html', '*.{svg,png}', 'assets/*.{js,css}'],
    manifestTransforms: [(files) => ({ manifest: files.filter(({ url }) => !url.endsWith('.js') || phoneFiles.has(url)), warnings: [] })],
  },
  manifest: {
    id: '/field',
    name: '街道指挥 Dispatch',
    short_name: '街道指挥',
    description: '网格、社区、街道三级处置。Cases of grid, community and street.',
    lang: 'zh-CN',
    start_url: '/field',
    scope: '/',
    display: 'standalone',
    theme_color: '#0b5fa5',
    background_color: '#f4f6f8',
    icons: [
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  },
};

export default defineConfig({
  plugins: [findPhoneFiles, VitePWA(phoneApp)],
  build: {
    outDir: '../wwwroot',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
  },
  server: {
    proxy: {
      // The folder api/ of this client lies under the same address; what ends in .ts is a file of it.
      '^/api/(?!.*\\.ts)': hub,
      '/openapi': hub,
      '/scalar': hub,
      '/hubs': { target: hub, ws: true },
    },
  },
  test: { environment: 'node', include: ['**/*.test.ts'], exclude: ['node_modules'] },
});
