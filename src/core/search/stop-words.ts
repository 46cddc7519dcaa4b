const ENGLISH = `a about after all also an and another any are as at be because been before being between both but by can could did do does
during each for from had has have having how i if in into is it its just many may me might more most much my near no nor not of on one or
other our out over own paper papers please show should so some such than that the their them then there these they this those through to
under until up use used uses using very via was way ways we well were what when where whether which while who whose why will with within
without would you your find study work works method methods approach approaches research article articles someone anyone anything
something let lets make makes made get gets give gives`;

const CHINESE = `的 了 在 是 和 与 及 或 而 且 并 也 都 就 还 把 被 对 对于 关于 从 到 为 为了 以 以及 用 用于 于 中 上 下 里 之 其 这 那 这个 那个
这些 那些 一个 一种 一些 有 没有 会 能 能否 可以 如何 怎么 怎样 怎么样 什么 哪些 哪个 哪 哪篇 哪种 为什么 为何 是否 吗 呢 吧 啊 请 请问 我 你 他 我们
想 要 让 使 使得 使用 通过 论文 文章 研究 方法 工作 介绍 讲 关注 讨论 一 个 种 篇 时 时候 后 前 很 更 最 不 只 又 再 比 给 做 有没有 其实 到底
究竟 应该 当 则 即 所 地 得 着 过 来 去 如果 那么 因为 所以 但是 有关 相关 找 一下 是不是 会不会 能不能 可不可以`;

/** Words of questions and of talk about papers; unlike function words some of them are parts of a term’s name. */
const VAGUE = `able actually ago almost already although always among anyway apart asked away became become becomes beginning best better cannot case
cases come comes contain deal despite different directly doing done effect either else end enough especially even ever every everyone
everything exactly facts far few first found further gave getting given go goes going good got happen happened happening happens help
helped helps hence here idea ideas importance instead itself keep keeps kept kind know known knows later least less look looking looks lot
mainly maybe mean means merely mostly must need needed needs neither never nevertheless new nothing now often once ones only opposite
otherwise per perhaps possible possibly probably put puts quite rather read reading really reason reasons related right same say says
section see seem seems seen sensible several side since somehow sometimes sort still stop sure take taken takes tell tells thing things
think though too took toward towards try trying twice two upon useful usual usually various versus want wants whatever whole worth years
yet
一定 一样 一点 一直 一般 一阵子 上去 下来 不会 不是 不用 不能 东西 之前 之后 之间 也许 事情 人 人们 人的 什么样 仍然 以前 以后 例如 其中 其他 出来 出现
别人 别的 办 十分 反而 发生 只是 只有 只能 只要 可能 各 各个 各种 哪儿 哪里 多少 大家 太 好不好 尤其 就是 居然 已经 希望 并不 并非 应当 当中 往往 得到
必须 怎 怎么办 怎样才能 总是 成为 或者 所谓 才 才能 方面 是什么 有人 有时 有时候 有点 来说 某 某个 某些 每 比如 特别 甚至 看 看看 真正 真的 知道 究竟是
之外 也能 以外 任何 似乎 具体 几个 出来 分别 办法 即使 变得 变成 另外 同时 哪怕 多个 好像 好处 坏处 导致 就能 常常 应对 引起 很多 情况 提出 最早
每个 每次 经常 而不是 而非 解决 越来越 过来 还能 这样 这种 那样 那种 除了
竟然 结果 而言 能够 自己 获得 觉得 解释一下 认为 讲讲 该 说 说明 谁 起来 边 还是 进行 通常 都是 需要 非常`;

const WORDS = new Set(`${ENGLISH} ${CHINESE}`.split(/\s+/));
const VAGUE_WORDS = new Set(VAGUE.split(/\s+/));

const PARTICLES = new Set('的了在是和与及或而且并也都就还把被其这那吗呢吧啊我你他则即所着很更最'.split(''));

/** Whether a Chinese character only joins words and, in the language of papers, hardly ever is part of one. */
export function isParticle(character: string): boolean {
  return PARTICLES.has(character);
}

/** Whether a folded word says nothing about a paper's subject, so that a query can do without it. */
export function isStopWord(word: string): boolean {
  return WORDS.has(word);
}

/** Whether a folded word tells little of a paper's subject, unless a term is called by it. */
export function isVagueWord(word: string): boolean {
  return VAGUE_WORDS.has(word);
}

/**
 * Chinese phrases that only make a question of what is asked. The segmenter glues their characters to the words beside
 * them (到底有 | 没有), so that they are taken out before a query is cut.
 */
const QUESTION_PHRASES =
  `到底 究竟 这个问题 这类问题 这种问题 这一问题 怎么解决 如何解决 怎样解决 有没有办法 有什么办法 还有什么 有没有 是不是 会不会 能不能 要不要 该不该 可不可以 好不好 行不行 怎么办 怎么样 怎么才能 怎样才能 怎么回事 怎么 怎样
如何 为什么 为何 凭什么 是什么 有什么 什么 有哪些 哪些 哪种 哪个 哪篇 哪一 是否 能否 可否 应该 应当 的时候 的话 一下 请问 多少`
    .split(/\s+/)
    .sort((a, b) => b.length - a.length);
const QUESTION = new RegExp(QUESTION_PHRASES.join('|'), 'gu');

/** A text with a space for each Chinese phrase that only makes it a question. */
export function withoutQuestion(text: string): string {
  return text.replace(QUESTION, ' ');
}
