import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** `npm run gallery`: the state gallery for people. The product's own build never comes here. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  server: { open: false, fs: { allow: ['../..'] } },
});
