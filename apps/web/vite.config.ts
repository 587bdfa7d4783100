// SvelteKit 3 takes its options here; there is no svelte.config.js.
import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

const ours = ['@kansenplein/api', '@kansenplein/core'];

export default defineConfig({
  plugins: [
    sveltekit({
      adapter: adapter({ out: 'build' }),
      csp: {
        mode: 'nonce',
        directives: {
          'default-src': ['self'],
          'script-src': ['self'],
          'style-src': ['self'],
          'img-src': ['self', 'data:'],
          'font-src': ['self'],
          'connect-src': ['self'],
          'form-action': ['self'],
          'object-src': ['none'],
          'base-uri': ['none'],
          'frame-ancestors': ['none'],
        },
      },
      // Links are ordinary links: a page that was deployed anew is simply the next page.
      version: { pollInterval: 0 },
    }),
  ],
  // The editor for long texts is the one bundle of ours. Kit builds no client where no page has one, but serves what is
  // asked for as a worker by its address: one file with a hash in its name, and a page loads it as a script.
  worker: { format: 'es' },
  // What stands between the editor and Markdown brings an older reader along; one is enough, and it is ours.
  resolve: { dedupe: ['markdown-it'] },
  // The pages and server.ts must meet the same running API, so the bundle must not hold a copy of it.
  ssr: { external: ours },
  environments: { ssr: { build: { rolldownOptions: { external: ours } } } },
  server: { fs: { allow: ['../..'] } },
});
