import { z } from 'zod';

const text = z.string().trim().min(1);

/** A symbol that an objective adds to the shared notation, and what it stands for. */
export const symbolSchema = z.strictObject({
  /** The symbol as LaTeX without dollar signs: `\gamma`. */
  symbol: text,
  /** What it stands for, in English; `$…$` allowed. */
  en: text,
  /** What it stands for, in Chinese; `$…$` allowed. */
  zh: text,
});

/** The loss that a method minimizes, written in the notation that all notes share, so that losses can be compared. */
export const objectiveSchema = z
  .strictObject({
    /** The loss as display LaTeX without dollar signs. */
    formula: text,
    /** The symbols that stand in it beside the shared ones, in the order in which they should be read. Default: none. */
    symbols: z.array(symbolSchema).default([]),
    /** The page of `links.pdf` on which the paper states it, counted from 1. */
    page: z.int().min(1, { error: 'is no page; write a number from 1' }).optional(),
    /** Where it was taken from when the PDF is not the source: the address of a page or of a file of code. */
    source: z.url({ protocol: /^https?$/, error: 'is no web address; write it in full, beginning with https://' }).optional(),
  })
  .refine((objective) => objective.page !== undefined || objective.source !== undefined, {
    error: 'names no source; add “page: …” of the PDF, or “source: https://…”',
  });

/** An objective once it is checked. */
export type Objective = z.output<typeof objectiveSchema>;

/** The notation that every objective shares, with what it stands for; it needs no explanation beside a formula. */
export const sharedNotation = [
  { symbol: '\\pi_\\theta', en: 'the policy being trained, with parameters $\\theta$', zh: '正在训练的策略，参数为 $\\theta$' },
  { symbol: '\\pi_{\\mathrm{ref}}', en: 'the reference model, which stays fixed', zh: '保持不变的参考模型' },
  { symbol: 'x', en: 'a prompt', zh: '提示' },
  { symbol: 'y_w', en: 'the preferred response to it', zh: '对该提示的偏好回答' },
  { symbol: 'y_l', en: 'the dispreferred response to it', zh: '对该提示的非偏好回答' },
  { symbol: '\\mathcal{D}', en: 'the dataset of preferences', zh: '偏好数据集' },
  { symbol: '\\beta', en: 'how strongly the policy is held to the reference model', zh: '策略受参考模型约束的强度' },
  { symbol: '\\sigma', en: 'the logistic function $\\sigma(z)=1/(1+e^{-z})$', zh: '逻辑函数 $\\sigma(z)=1/(1+e^{-z})$' },
] as const satisfies readonly z.output<typeof symbolSchema>[];

const GREEK =
  /\\(?:var)?(?:alpha|gamma|delta|epsilon|zeta|eta|iota|kappa|lambda|mu|nu|xi|rho|tau|upsilon|phi|chi|psi|omega|Gamma|Delta|Lambda|Xi|Phi|Psi|Omega)(?![A-Za-z])/g;

/** The Greek letters of a formula that are neither of the shared notation nor explained; each once, in order. */
export function unexplainedSymbols({ formula, symbols }: Pick<Objective, 'formula' | 'symbols'>): string[] {
  const explained = new Set(symbols.flatMap(({ symbol }) => symbol.match(GREEK) ?? []));
  return [...new Set(formula.match(GREEK) ?? [])].filter((letter) => !explained.has(letter));
}
