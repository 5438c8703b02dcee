// How the pages are built. Promise: the pages open to everyone load neither antd nor the drawing tools; those are chunks of their own.
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  plugins: [react()],
  server: { proxy: { '/api': process.env.GUICHENG_API ?? 'http://127.0.0.1:8080' } },
  build: {
    outDir: here('../dist/modeler-ui'),
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      // Loading a module of the engine does nothing by itself: of its door only what a page uses is kept.
      treeshake: { moduleSideEffects: (id) => !/[\\/]engine[\\/].*\.ts$/.test(id) },
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'react',
              priority: 3,
              test: /node_modules[\\/](react|react-dom|scheduler|react-router|react-i18next|i18next|@tanstack)[\\/]/,
            },
            { name: 'antd', priority: 2, test: /node_modules[\\/](antd|@ant-design|@rc-component|dayjs)[\\/]/ },
          ],
        },
      },
    },
  },
});
