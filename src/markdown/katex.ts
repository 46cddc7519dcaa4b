import katex, { type KatexOptions } from 'katex';

/** How formulas are rendered everywhere: HTML for the eye, MathML for screen readers, nothing that can run. */
export const katexOptions: KatexOptions = {
  output: 'htmlAndMathml',
  strict: 'ignore',
  trust: false,
  maxExpand: 1000,
  macros: { '\\E': '\\operatorname{E}', '\\argmax': '\\operatorname*{arg\\,max}', '\\argmin': '\\operatorname*{arg\\,min}' },
};

/** A rendered formula, or what KaTeX says is wrong with it. */
export type RenderedMath = { readonly html: string } | { readonly error: string };

const rendered = new Map<string, RenderedMath>();

/** A formula as HTML. Each formula is rendered once in a process: most stand in several notes and in both languages. */
export function renderMath(latex: string, displayMode: boolean): RenderedMath {
  const key = `${displayMode ? 'd' : 'i'}${latex}`;
  let result = rendered.get(key);
  if (!result) {
    result = render(latex, displayMode);
    rendered.set(key, result);
  }
  return result;
}

function render(latex: string, displayMode: boolean): RenderedMath {
  try {
    // KaTeX writes \gdef definitions into `macros`; a copy keeps one note's from reaching the next.
    return { html: katex.renderToString(latex, { ...katexOptions, macros: { ...katexOptions.macros }, displayMode, throwOnError: true }) };
  } catch (error) {
    if (error instanceof katex.ParseError) return { error: error.rawMessage };
    throw error;
  }
}
