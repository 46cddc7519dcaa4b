import { defineConfig } from 'astro/config';
import type { Plugin } from 'postcss';
import { normalizeBase } from './src/core/site/urls.ts';
import { papers } from './src/integrations/papers.ts';
import { pdfjsAssets } from './src/integrations/pdfjs-assets.ts';
import { readerFiles } from './src/integrations/reader-files.ts';
import { socialCards } from './src/integrations/social-cards.ts';
import { searchIndex } from './src/integrations/search-index.ts';
import { withoutUnshownParts } from './src/integrations/viewer-styles.ts';
import { readEnvironment } from './src/io/environment.ts';

const { base, site } = readEnvironment();

/** Says in every style sheet which layer wins: the sheets of a page arrive in no order that source code decides. */
const layerOrder: Plugin = {
  postcssPlugin: 'layer-order',
  Once: (root) => void root.prepend('@layer tokens, katex, base, prose, components, utilities;'),
};

export default defineConfig({
  site,
  base: normalizeBase(base),
  trailingSlash: 'always',
  build: {
    // The Content-Security-Policy allows no inline styles; one shared sheet is also cached from page to page.
    inlineStylesheets: 'never',
    concurrency: 4,
  },
  // Every address is written by core/site/urls; the toolbar would inject scripts that the policy forbids.
  devToolbar: { enabled: false },
  // One style sheet for all pages: it is fetched once, and nothing waits for a second.
  vite: { build: { assetsInlineLimit: 0, cssCodeSplit: false }, css: { postcss: { plugins: [layerOrder, withoutUnshownParts] } } },
  integrations: [papers(), pdfjsAssets(), readerFiles(), searchIndex(), socialCards()],
});
