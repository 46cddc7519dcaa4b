import type { Bilingual } from '../../../src/core/site/locale.ts';

type Phrase = readonly [en: string, zh: string];

/** What keywords and titles are made of: a quality … */
export const qualities: readonly Phrase[] = [
  ['Robust', '鲁棒'],
  ['Sparse', '稀疏'],
  ['Iterative', '迭代'],
  ['Online', '在线'],
  ['Offline', '离线'],
  ['Stepwise', '逐步'],
  ['Tokenwise', '逐词元'],
  ['Contrastive', '对比'],
  ['Causal', '因果'],
  ['Adaptive', '自适应'],
  ['Hierarchical', '层级'],
  ['Multimodal', '多模态'],
  ['Visual', '视觉'],
  ['Multilingual', '多语言'],
  ['Federated', '联邦'],
  ['Private', '隐私'],
  ['Calibrated', '校准'],
  ['Weighted', '加权'],
  ['Implicit', '隐式'],
  ['Explicit', '显式'],
  ['Regularized', '正则化'],
  ['Distributional', '分布'],
  ['Temporal', '时序'],
  ['Bayesian', '贝叶斯'],
  ['Stochastic', '随机'],
  ['Dense', '稠密'],
  ['Noisy', '带噪'],
  ['Synthetic', '合成'],
  ['Personal', '个性化'],
  ['Pairwise', '成对'],
  ['Listwise', '列表'],
  ['Long-form', '长文本'],
  ['Low-rank', '低秩'],
  ['Mirror', '镜像'],
  ['Nash', '纳什'],
  ['Symbolic', '符号'],
  ['Latent', '潜在'],
  ['Curriculum', '课程'],
  ['Verifiable', '可验证'],
  ['Human', '人类'],
];

/** … and a subject. */
export const subjects: readonly Phrase[] = [
  ['alignment', '对齐'],
  ['feedback', '反馈'],
  ['reward', '奖励'],
  ['policy', '策略'],
  ['preference', '偏好'],
  ['sampling', '采样'],
  ['decoding', '解码'],
  ['distillation', '蒸馏'],
  ['reasoning', '推理'],
  ['evaluation', '评测'],
  ['optimization', '优化'],
  ['generalization', '泛化'],
  ['exploration', '探索'],
  ['annotation', '标注'],
  ['supervision', '监督'],
  ['judge', '评审'],
  ['safety', '安全'],
  ['honesty', '诚实'],
  ['diversity', '多样性'],
  ['hallucination', '幻觉'],
  ['summarization', '摘要生成'],
  ['dialogue', '对话'],
  ['translation', '翻译'],
  ['retrieval', '检索'],
  ['planning', '规划'],
  ['diffusion', '扩散'],
  ['margin', '间隔'],
  ['likelihood', '似然'],
  ['divergence', '散度'],
  ['ranking', '排序'],
  ['rubric', '准则'],
  ['curation', '筛选'],
  ['memory', '记忆'],
  ['attention', '注意力'],
  ['verification', '验证'],
  ['exposure', '暴露'],
  ['drift', '漂移'],
  ['collapse', '坍缩'],
  ['bias', '偏差'],
  ['variance', '方差'],
];

/**
 * Sentences, each one sentence in both languages. `{a}`, `{b}` and `{c}` stand for terms, `{n}` for a number
 * and `{m}` for a formula.
 */
export const sentences: readonly Bilingual[] = [
  { en: 'The paper studies how {a} behaves when {b} is scarce and {c} is not.', zh: '论文研究在{b}稀缺而{c}充足时，{a}会有怎样的表现。' },
  {
    en: 'Earlier work treats {a} as a fixed cost, which hides the part that {b} plays.',
    zh: '以往的工作把{a}当作固定成本，因而掩盖了{b}所起的作用。',
  },
  {
    en: 'The authors write the objective in terms of {m} and bound its gap to {a}.',
    zh: '作者用 {m} 写出目标函数，并给出它与{a}之间差距的上界。',
  },
  {
    en: 'With {m} held fixed, the gradient points away from {a} in {n}% of the pairs.',
    zh: '固定 {m} 时，有 {n}% 的样本对上梯度会偏离{a}。',
  },
  { en: 'A single coefficient decides how strongly {a} is pulled towards {b}.', zh: '只用一个系数就能决定{a}向{b}靠拢的强度。' },
  {
    en: 'Training needs no separate model of {a}, and one pass over the data is enough.',
    zh: '训练时不需要另建{a}的模型，把数据过一遍即可。',
  },
  {
    en: 'On held-out prompts the win rate rises by {n} points over the strongest baseline.',
    zh: '在未见过的提示上，胜率比最强的基线高 {n} 个百分点。',
  },
  { en: 'The gain shrinks as {a} grows, and vanishes once {b} is removed.', zh: '随着{a}增大，收益逐渐缩小；去掉{b}之后，收益便消失了。' },
  {
    en: 'A careful ablation attributes most of the difference to {a} rather than to {b}.',
    zh: '细致的消融实验表明，差异主要来自{a}，而不是{b}。',
  },
  {
    en: 'The estimate {m} is unbiased, and its variance falls with the number of samples.',
    zh: '估计量 {m} 是无偏的，其方差随样本数增加而下降。',
  },
  {
    en: 'Annotators agree on {n}% of the pairs, which is close to the ceiling for {a}.',
    zh: '标注者在 {n}% 的样本对上意见一致，已接近{a}的上限。',
  },
  {
    en: 'The method adds {n} lines to an existing trainer and leaves {a} untouched.',
    zh: '该方法只在现有训练代码上增加 {n} 行，并不改动{a}。',
  },
  {
    en: 'When {a} and {b} disagree, the policy follows whichever has the larger margin.',
    zh: '当{a}与{b}不一致时，策略会跟随间隔更大的一方。',
  },
  {
    en: 'Its authors warn that {a} measured this way may reward length instead of {b}.',
    zh: '作者提醒，这样衡量的{a}可能奖励的是长度，而不是{b}。',
  },
  {
    en: 'Larger models need less {a} for the same {b}, down to about one part in {n}.',
    zh: '要达到同样的{b}，模型越大所需的{a}越少，最低约为 {n} 分之一。',
  },
  { en: 'Whether the same holds for {a} outside of {b} is left open.', zh: '在{b}之外，{a}是否也是如此，文中没有回答。' },
];

/** Inline formulas; `{s}` stands for a parameter's symbol, `{c}` for a coefficient. */
export const inlineFormulas: readonly string[] = [
  String.raw`\pi_{s}(y\mid x)`,
  String.raw`{c}\log\frac{\pi_{s}(y\mid x)}{\pi_{\mathrm{ref}}(y\mid x)}`,
  String.raw`\mathbb{E}_{x\sim\mathcal{D}}[r_{s}(x,y)]`,
  String.raw`\nabla_{s}\mathcal{L}({s};{c})`,
  String.raw`\sigma\bigl({c}\,\Delta_{s}\bigr)`,
  String.raw`\hat r_{s}=r+{c}\,\epsilon`,
  String.raw`\lVert{s}-{s}_0\rVert_2\le{c}`,
  String.raw`\mathrm{KL}(\pi_{s}\,\Vert\,\pi_{\mathrm{ref}})`,
  String.raw`p_{s}(y_w\succ y_l)\ge{c}`,
  String.raw`O({c}\sqrt{T\log T})`,
];

/** Display formulas, with the same places. */
export const displayFormulas: readonly string[] = [
  String.raw`\mathcal{L}({s})=-\mathbb{E}_{(x,y_w,y_l)\sim\mathcal{D}}\left[\log\sigma\left({c}\log\frac{\pi_{s}(y_w\mid x)}{\pi_{\mathrm{ref}}(y_w\mid x)}-{c}\log\frac{\pi_{s}(y_l\mid x)}{\pi_{\mathrm{ref}}(y_l\mid x)}\right)\right]`,
  String.raw`\max_{s}\;\mathbb{E}_{x\sim\mathcal{D},\,y\sim\pi_{s}}[r(x,y)]-{c}\,\mathrm{KL}\left(\pi_{s}(\cdot\mid x)\,\Vert\,\pi_{\mathrm{ref}}(\cdot\mid x)\right)`,
  String.raw`\pi_{s}^{*}(y\mid x)=\frac{1}{Z(x)}\,\pi_{\mathrm{ref}}(y\mid x)\exp\left(\frac{r(x,y)}{{c}}\right)`,
  String.raw`\nabla_{s}\mathcal{L}=-{c}\,\mathbb{E}\left[\sigma(\hat r_l-\hat r_w)\left(\nabla_{s}\log\pi(y_w\mid x)-\nabla_{s}\log\pi(y_l\mid x)\right)\right]`,
  String.raw`\begin{aligned}a_{s}&=\sum_{t=1}^{T}\gamma^{t}\log\pi_{s}(y_t\mid x,y_{<t})\\b_{s}&=a_{s}-{c}\,\lvert y\rvert\end{aligned}`,
  String.raw`\mathrm{Var}\left[\frac{1}{n}\sum_{i=1}^{n}w_i\,\hat r_{s}(x_i,y_i)\right]\le\frac{{c}}{n}\sum_{i=1}^{n}w_i^2`,
  String.raw`w_{s}(x,y)=\frac{\exp(-{c}\,u(x,y))}{\sum_{y'}\exp(-{c}\,u(x,y'))},\qquad u=\lvert r_{s}-\bar r\rvert`,
  String.raw`D_f(\pi_{s}\,\Vert\,\pi_{\mathrm{ref}})=\sum_{y}\pi_{\mathrm{ref}}(y\mid x)\,f\left(\frac{\pi_{s}(y\mid x)}{\pi_{\mathrm{ref}}(y\mid x)}\right)+{c}`,
  String.raw`P_{s}(y_1\succ\cdots\succ y_K)=\prod_{k=1}^{K}\frac{\exp({c}\,r_{s}(x,y_k))}{\sum_{j\ge k}\exp({c}\,r_{s}(x,y_j))}`,
  String.raw`{s}_{t+1}={s}_t-\eta_t\left(g_t+{c}\,({s}_t-{s}_0)\right),\qquad g_t=\nabla\ell_t({s}_t)`,
];

/** Symbols of parameters; with the formulas above they make 40 inline and 40 display formulas. */
export const symbols: readonly string[] = [String.raw`{\theta}`, String.raw`{\phi}`, String.raw`{\psi}`, String.raw`{\omega}`];

export const venues = ['ICLR', 'NeurIPS', 'ICML', 'ACL', 'EMNLP', 'COLM', 'AAAI', 'TMLR'] as const;

export const givenNames = ['Mei', 'Wei', 'Anna', 'José', 'Yuki', 'Lena', 'Omar', 'Ines', 'Jun', 'Petra', 'Arun', 'Sofia', 'Tariq', 'Noor'];

export const familyNames = ['Zhang', 'Müller', 'Okafor', 'Silva', 'Tanaka', 'Novák', 'Rossi', 'Chen', 'Haddad', 'Larsen', 'Iyer', 'Kim'];
