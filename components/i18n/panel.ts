import { type Language, textIn } from './language.ts';

/**
 * The panel's words, both languages side by side: [zh-CN, en]. The content script carries these and no others.
 */
export const panelWords = {
  'panel.name': ['柜边', 'Counterside'],

  'head.search': ['搜话术', 'Search scripts'],
  'head.dock-left': ['停靠到左边', 'Dock left'],
  'head.dock-right': ['停靠到右边', 'Dock right'],
  'head.collapse': ['收起', 'Collapse'],
  'head.expand': ['展开', 'Expand'],
  'head.width': ['面板宽度', 'Panel width'],
  'head.order': ['订单 {order}', '#{order}'],
  'head.masked': ['买家', 'Buyer'],

  'wait.late': ['已超时 · 目标 {target}', 'over the target of {target}'],
  'wait.at-least': ['至少', 'at least'],
  'wait.waited': ['已等待', 'Waiting'],
  'wait.nobody': ['买家没有在等', 'The buyer is not waiting'],
  'wait.held-off': ['已安抚，买家还在等答复', 'Held off; still owed an answer'],
  'wait.paused': ['计时已暂停', 'Timer paused'],
  'wait.others': ['另有 {n} 位等待 {time}', '{n} more waiting {time}'],

  'level.hint': ['提示', 'Hint'],
  'level.warn': ['警告', 'Warning'],
  'level.block': ['禁止', 'Forbidden'],

  'find.name': ['用语提醒', 'Wording'],
  'find.replace': ['替换', 'Replace'],
  'find.dismiss': ['忽略', 'Ignore'],
  'find.why': ['为什么？', 'Why?'],
  'find.clause': ['依据：{clause}', 'Source: {clause}'],
  'find.penalty': ['后果：{penalty}', 'Penalty: {penalty}'],
  'find.next': ['下一条', 'Next'],
  'find.previous': ['上一条', 'Previous'],
  'find.loading': ['正在读取用语规则', 'Loading the wording rules'],
  'find.no-composer': ['找不到输入框，用语提醒已停', 'No message box found: wording is not checked'],
  'find.unhealthy': ['页面识别不全，发送前确认已停', 'Page not fully read: sends are not checked'],

  'dismiss.once': ['这一次', 'This time'],
  'dismiss.conversation': ['这个会话', 'In this conversation'],
  'dismiss.shop': ['本店', 'In this shop'],
  'dismiss.trainer': ['告诉培训师', 'Tell the trainer'],

  'held.title': ['这条还没发出去', 'Not sent yet'],
  'held.edit': ['继续编辑', 'Keep editing'],
  'held.send': ['仍要发送', 'Send anyway'],
  'held.choose': [
    '为什么仍要发送？选好后请再按一次发送，柜边不会替您发。',
    'Why send it anyway? Pick one, then press send again: Counterside never sends for you.',
  ],
  'held.released': [
    '原因已记下：{reason}。再按一次发送即可发出。',
    'Reason noted: {reason}. Press send again.',
  ],
  'reason.false-alarm': ['误报', 'False alarm'],
  'reason.quoting-buyer': ['引用买家原话', 'Quoting the buyer'],
  'reason.platform-allows': ['平台允许', 'Platform allows it'],
  'reason.supervisor-agreed': ['主管同意', 'Supervisor agreed'],
  'reason.other': ['其他', 'Other'],

  'say.title': ['建议回复', 'Suggested replies'],
  'say.newer': ['有新推荐', 'Newer ones'],
  'say.missing': ['{n} 处待填', '{n} to fill in'],
  'say.holding': ['安抚回复', 'Holding reply'],
  'say.pictures': ['另附图：{what}', 'Attach: {what}'],
  'say.empty': [
    '买家发来新消息后，这里给出可直接用的回复。',
    'When the buyer writes, replies ready to place appear here.',
  ],
  'say.loading': ['正在找合适的回复', 'Looking for replies'],
  'search.label': ['搜话术：字词、拼音或首字母', 'Search scripts: words, pinyin or initials'],
  'search.found': ['搜到的话术 · 按数字键填入', 'Found · press a digit to place'],
  'search.none': ['没有搜到。换个说法，或只用两三个字再试。', 'Nothing found. Try other or fewer words.'],
  'search.ask': ['输入字词，从话术包里找。', 'Type to search your script packs.'],
  'search.close': ['关闭搜索', 'Close search'],

  'tab.reply': ['回复', 'Reply'],
  'tab.case': ['跟进单', 'Case'],
  'tab.today': ['今日', 'Today'],

  'today.empty': [
    '回复第一位买家后，这里显示今天的接待量、平响和目标时间内的回复。',
    'After your first reply: conversations, mean response and replies within target, for today.',
  ],
  'today.on': ['当班：{person}', 'On duty: {person}'],
  'today.off': ['还没有上岗，今天的记录不会算到人。', 'Nobody is on duty: today is credited to no one.'],
  'today.conversations': ['接待量', 'Conversations'],
  'today.mean': ['平响', 'Mean response'],
  'today.within': ['{target} 内回复', 'Within {target}'],
  'today.sent': ['发出后仍有禁用语', 'Sent with forbidden words'],
  'today.fixed': ['发送前已改正', 'Fixed before sending'],
  'today.cases': ['未结跟进单', 'Open cases'],
  'today.seconds': ['{n} 秒', '{n} s'],
  'today.share': ['{met}/{all} 次', '{met} of {all}'],
  'today.none': ['还没有', 'none yet'],
  'today.estimate': [
    '按本机看到的会话估算，平台口径可能不同。',
    'Estimated from what this browser saw; the platform may count otherwise.',
  ],
  'today.desk': ['打开我的工作台', 'Open my desk'],

  'page.loading': ['正在识别页面', 'Reading the page'],
  'page.no-conversation': ['还没打开会话', 'No conversation open'],
  'page.no-conversation-do': [
    '点开一位买家，这里会显示等待时间、用语提醒和建议回复。',
    'Open a chat to see the waiting time, wording and suggested replies.',
  ],
  'page.kicked': ['这个账号在别处登录了', 'This account signed in elsewhere'],
  'page.login': ['需要重新登录', 'Sign in again'],
  'page.connecting': ['聊天正在重新连接', 'The chat is reconnecting'],
  'page.no-permission': ['当前账号没有接待权限', 'This account may not serve buyers'],
  'page.kicked-do': [
    '已记录的都在。请在这个页面重新登录，柜边会接着记。',
    'Everything recorded is kept. Sign in on this page and Counterside goes on.',
  ],
  'page.login-do': [
    '已记录的都在。登录后柜边会接着记。',
    'Everything recorded is kept. Counterside goes on once you are in.',
  ],
  'page.connecting-do': [
    '等待时间照常计算。连上后会补记漏看的消息。',
    'Waiting times keep running. Missed messages are read once it is back.',
  ],
  'page.no-permission-do': [
    '请联系店铺管理员开通，再刷新页面。',
    'Ask an administrator of the shop, then reload the page.',
  ],
  'page.shown': ['页面提示：{shown}', 'The page says: {shown}'],
  'page.broken': ['认不全这个页面', 'This page could not be fully read'],
  'page.broken-do': [
    '平台可能改版了。已记录的都在；发送前确认已停，请自己多看一眼。',
    'The marketplace may have changed it. Records are kept; sends are not checked, so look twice.',
  ],
  'page.missing': ['没找到：{missing}', 'Not found: {missing}'],
  'page.point': ['重新指认', 'Point out again'],
  'page.copy': ['复制诊断信息', 'Copy details'],
  'page.orphaned': ['柜边已更新，本页还是旧版', 'Counterside was updated under this page'],
  'page.orphaned-do': ['先发完手上这条，再按 F5 刷新页面。', 'Finish this reply, then reload with F5.'],
  'page.unsaved': ['{n} 条记录等待保存', '{n} records waiting to be saved'],
  'page.left': [
    '{n} 条记录已加密留在本页，刷新后补记',
    '{n} records wait in this tab and are saved after the reload',
  ],
  'page.lost': ['{n} 条记录没能保存，不会再补记', '{n} records could not be saved and are lost'],

  'note.undo': ['撤销', 'Undo'],
  'note.inserted': ['已填入输入框', 'Placed in the message box'],
  'note.inserted-missing': [
    '已填入，还有 {n} 处待填，按 Tab 跳过去',
    'Placed; {n} to fill in, Tab goes there',
  ],
  'note.replaced': ['已替换', 'Replaced'],
  'note.undone': ['已撤销', 'Undone'],
  'note.refused': ['会话已切换，没有填入', 'The conversation changed: nothing was placed'],
  'note.failed': ['输入框没有接收，内容没有改动', 'The message box did not take it; nothing changed'],
  'note.dismissed.once': ['这一次不再提醒', 'Ignored this time'],
  'note.dismissed.conversation': ['这个会话不再提醒', 'Ignored in this conversation'],
  'note.dismissed.shop': ['本店不再提醒', 'Ignored in this shop'],
  'note.not-kept': [
    '没能保存到本店：刷新页面后会变回原样',
    'Not saved for the shop: loading the page again brings it back',
  ],
  'note.dismissed.trainer': ['已记给培训师', 'Noted for the trainer'],
  'note.copied': ['诊断信息已复制', 'Details copied'],
} as const satisfies Readonly<Record<string, readonly [zh: string, en: string]>>;

export type PanelKey = keyof typeof panelWords;

/** Says a key of the panel in one language, its `{name}` places filled. */
export type Say = (key: PanelKey, values?: Readonly<Record<string, string | number>>) => string;

export const panelText = (language: Language): Say => textIn(panelWords, language);
