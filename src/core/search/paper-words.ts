import type { Bilingual } from '../site/locale.ts';

/** What the parts of papers, their proofs and their measurements are called in both languages; general dictionaries know few of them. */
const WORDS = `摘要 abstract; 引言 introduction; 相关工作 related work; 背景 background; 预备知识 preliminaries; 结论 conclusion; 局限 limitations; 局限性 limitations;
附录 appendix; 参考文献 references; 致谢 acknowledgments; 脚注 footnote; 表 table; 表格 table; 图 figure; 插图 figure; 图示 illustration; 示意图 overview figure;
算法 algorithm; 伪代码 pseudocode; 公式 equation; 方程 equation; 定义 definition; 假设 assumption; 引理 lemma; 定理 theorem; 命题 proposition; 推论 corollary;
证明 proof; 推导 derivation; 下界 lower bound; 上界 upper bound; 界 bound; 收敛 convergence; 梯度 gradient; 损失 loss; 损失函数 loss function; 目标函数 objective;
消融 ablation; 消融实验 ablation study; 实验 experiments; 实验设置 experimental setup; 结果 results; 主要结果 main results; 基线 baseline; 对照 baseline; 指标 metric;
评测 evaluation; 评估 evaluation; 基准 benchmark; 数据集 dataset; 训练集 training set; 测试集 test set; 验证集 validation set; 样本 samples; 标注 annotation;
准确率 accuracy; 正确率 accuracy; 胜率 win rate; 困惑度 perplexity; 方差 variance; 均值 mean; 平均 average; 标准差 standard deviation; 置信区间 confidence interval;
得分 score; 分数 score; 概率 probability; 对数概率 log probability; 似然 likelihood; 温度 temperature; 学习率 learning rate; 批大小 batch size; 批量大小 batch size;
轮次 epochs; 步数 steps; 超参数 hyperparameters; 优化器 optimizer; 显卡 GPU; 显存 GPU memory; 内存 memory; 训练时间 training time; 训练成本 training cost; 耗时 hours;
开销 cost; 计算量 computation; 参数量 parameters; 随机种子 random seed; 权重 weight; 随机权重 random weight; 掩码 mask; 提示 prompt; 提示模板 prompt template;
模板 template; 案例 case study; 示例 example; 例子 example; 样例 example; 案例分析 case study; 定性 qualitative; 定量 quantitative; 人工评估 human evaluation;
用户研究 user study; 标注者 annotators; 鲁棒 robust; 鲁棒性 robustness; 噪声 noise; 翻转 flipped; 长度 length; 分布 distribution; 采样 sampling; 解码 decoding;
离线 offline; 在线 online; 离策略 off-policy; 同策略 on-policy; 有监督 supervised; 无监督 unsupervised; 多模态 multimodal; 视觉 vision; 渐进 gradual; 突变 sudden;
散点图 scatter plot; 曲线 curve; 柱状图 bar chart; 热力图 heatmap; 混淆矩阵 confusion matrix; 相关系数 correlation; 显著性 significance; 复杂度 complexity;
许可证 license; 代码 code; 开源 open source; 伦理 ethics; 社会影响 broader impact; 未来工作 future work;
聚类 clusters; 嵌入 embedding; 余弦相似度 cosine similarity; 相似度 similarity; 隐状态 hidden states; 词元 tokens; 词表 vocabulary; 向量 vector; 矩阵 matrix;
投影 projection; 奇异值 singular value; 特征值 eigenvalue; 归一化 normalization; 正则化 regularization; 初始化 initialization; 预训练 pretraining; 微调 fine-tuning;
回放 replay; 迭代 iteration; 衰减 decay; 线性 linear; 二次 quadratic; 指数 exponential; 对数 logarithm; 幂律 power law; 凸 convex; 单调 monotonic; 期望 expectation;
比例 ratio; 比率 ratio; 比值 ratio; 阈值 threshold; 间隔 margin; 差距 gap; 类别 category; 种类 type; 敏感性 sensitivity; 泛化 generalization; 过拟合 overfitting;
遗忘 forgetting; 排行榜 leaderboard; 评判 judge; 裁判 judge; 残差 residual; 注意力 attention; 检查点 checkpoint; 训练步数 training steps; 收敛速度 convergence rate`;

/** Pairs of words that render each other, the Chinese one as readers type it. */
export const paperWords: readonly Bilingual[] = WORDS.split(';').map((pair) => {
  const [zh = '', ...en] = pair.trim().split(' ');
  return { zh, en: en.join(' ').toLowerCase() };
});
