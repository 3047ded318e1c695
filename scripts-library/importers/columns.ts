/** What a column of a table may mean, and the names that it goes by. */
const NAMES = {
  code: ['快捷短语编码', '快捷编码', '编码', '编号', '代码', 'code', 'id', 'key'],
  title: ['标题', '名称', '主题', 'title', 'name'],
  text: [
    '快捷短语',
    '话术',
    '话术内容',
    '内容',
    '回复',
    '答案',
    '回复内容',
    '正文',
    'text',
    'body',
    'answer',
    'reply',
    'content',
  ],
  group: ['快捷短语分组', '分组', '分类', '目录', '阶段', '场景', 'group', 'category', 'stage', 'catalog'],
  examples: ['问法', '买家问法', '问题', '相似问法', '关键词', 'examples', 'questions', 'question', 'asks'],
  variants: ['备用话术', '备用说法', '变体', 'variants'],
  tags: ['标签', 'tags', 'tag', 'labels'],
  pictures: ['图片', '配图', '附图', '快捷短语图片', 'pictures', 'picture', 'image', 'images'],
  holding: ['安抚回复', 'holding'],
  effective: ['生效', '生效日期', '开始', '开始日期', 'effective', 'from'],
  expiry: ['失效', '失效日期', '到期', '结束', '结束日期', 'expiry', 'until'],
  owner: ['负责人', 'owner'],
  note: ['备注', '说明', 'note'],
  must: ['必读', 'must', 'mustread'],
  item: ['商品编号', '商品id', '商品编码', '宝贝id', '货号', 'item', 'itemid', 'sku', 'productid'],
  names: ['别名', '简称', '其他叫法', 'names', 'aliases'],
  platform: ['平台', 'platform'],
  shop: ['店铺', '店铺名', 'shop'],
  scripts: ['关联话术', '话术编码', 'scripts'],
} as const;

export type ScriptColumn = keyof typeof NAMES;

const PRODUCT_TITLES = ['商品名称', '商品标题', '宝贝标题', '品名', 'productname', 'product'];

const bare = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_"“”*]+/gu, '');

/**
 * What a header means: a table of products if it names an item, of notices if it asks whether one must be read, else
 * of scripts. Null if it lacks the one column that its kind can't do without, or names one twice.
 */
export function columnsOf(header: readonly string[]): {
  readonly kind: 'scripts' | 'products' | 'notices';
  readonly at: ReadonlyMap<ScriptColumn, number>;
} | null {
  const at = new Map<ScriptColumn, number>();
  for (const [index, cell] of header.entries()) {
    const name = bare(cell);
    const found = (Object.keys(NAMES) as ScriptColumn[]).find((key) =>
      (NAMES[key] as readonly string[]).includes(name),
    );
    const meaning = PRODUCT_TITLES.includes(name) ? 'title' : found;
    if (meaning === undefined) continue;
    if (at.has(meaning) && meaning === 'text') return null;
    if (!at.has(meaning)) at.set(meaning, index);
  }
  if (at.has('item') || header.some((cell) => PRODUCT_TITLES.includes(bare(cell))))
    return at.has('item') || at.has('title') ? { kind: 'products', at } : null;
  if (!at.has('text')) return null;
  return { kind: at.has('must') ? 'notices' : 'scripts', at };
}
