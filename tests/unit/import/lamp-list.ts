/** A reading list in the shape of a README, with all that goes wrong in one: empty links, an appendix, a template entry at the end. */
export const readingList = `# LampConf2025中灯具(Lamp Tuning)相关文章收录

## 1. Lamp-DPO: A Bright (\\alpha) Idea
明亮的**想法**

### 关键字
* DPO
* preference drift 偏好偏移
* RLHF (Reinforcement Learning from Human Feedback)
* A, B(bee)

### 主要内容
#### 问题
学习到的偏好会变：
* **D**rastic drop $\\beta$ in \`代码\`
    * 内层
#### 方法

### 文章链接
* <a href='./papers/1_Lamp.pdf'>查看PDF</a>
* <a href="https://openreview.net/forum?id=lamp1">ICLR链接</a>

### 摘要
Lamps are \\textbf{B}right. They shine.
灯很**亮**。它们发光。

## 2. Second Paper on Wicks
### 主要内容
\`\`\`
# no heading
## 3. Not an entry
\`\`\`
### 相关链接
<a href="">查看PDF</a>
<a href="https://openreview.net/forum?id=wick2">ICLR链接</a>
[博客](https://example.org/blog) 很好
### 摘要
One paragraph in English.

## 附录
随便写写

## 
### 关键字

### 主要内容

### 相关链接
<a href="">查看PDF</a>
<a href="">ICLR链接</a>

### 摘要
`;
