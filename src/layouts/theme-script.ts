import { storageKeys } from '../core/site/storage-keys.ts';

/**
 * Runs before anything is painted, so that a chosen theme does not flash and controls that need scripts
 * take their place at once; nor does the first page of a PDF when the address asks for another.
 */
export const themeScript = `(()=>{const r=document.documentElement;r.dataset.script='';if(location.hash)r.dataset.place='';try{const t=localStorage.getItem('${storageKeys.theme}');if(t)r.dataset.theme=t}catch{}})()`;

let policy: Promise<string> | undefined;

/** The page's Content-Security-Policy: nothing from elsewhere, no inline script but the one above. */
export function contentSecurityPolicy(): Promise<string> {
  policy ??= writePolicy();
  return policy;
}

async function writePolicy(): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(themeScript));
  const hash = btoa(String.fromCharCode(...new Uint8Array(digest)));
  return [
    "default-src 'none'",
    // Pagefind and pdf.js decode with WebAssembly.
    `script-src 'self' 'wasm-unsafe-eval' 'sha256-${hash}'`,
    "style-src 'self'",
    // KaTeX places its glyphs, and pdf.js its text, with style attributes.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self' blob:",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}
