import { defineConfig } from 'vitest/config';

/** Where `npm run dev` finds the hub. */
const hub = process.env['DISPATCH_HUB'] ?? 'http://localhost:5080';

export default defineConfig({
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
