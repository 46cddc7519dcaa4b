import type { AstroIntegration } from 'astro';
export function searchIndex(): AstroIntegration {
  return { name: 'reading-room-search-index', hooks: {} };
}
