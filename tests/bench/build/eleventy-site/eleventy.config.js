import { readFileSync } from 'node:fs';
import katex from 'katex';
import markdownIt from 'markdown-it';
import texmath from 'markdown-it-texmath';

const names = JSON.parse(readFileSync(new URL('site/_data/names.json', import.meta.url), 'utf8'));

export default function configure(config) {
  const katexOptions = { output: 'htmlAndMathml', strict: 'ignore', throwOnError: true };
  config.setLibrary('md', markdownIt({ html: true }).use(texmath, { engine: katex, delimiters: 'dollars', katexOptions }));
  config.addFilter('keywordId', (name) => names[name]);
  config.addCollection('papers', (api) => api.getFilteredByTag('notes').reverse());
  config.addCollection('keywords', (api) => {
    const byKeyword = new Map();
    for (const note of api.getFilteredByTag('notes').reverse())
      for (const name of note.data.keywords) byKeyword.set(names[name], [...(byKeyword.get(names[name]) ?? []), note]);
    return [...byKeyword].map(([id, notes]) => ({ id, notes }));
  });
  return { dir: { input: 'site', output: '_site' }, markdownTemplateEngine: false };
}
