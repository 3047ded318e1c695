/** Words of the proposals on the settings page. */
export const proposalsZh = {
  'proposals.title': '待审话术',
  'proposals.why':
    '客服觉得答得好、想留给大家用的句子，个人信息已去掉。改好再采纳；采纳的进“本店采纳的话术”包，马上参加推荐。',
  'proposals.none': '没有待审的话术',
  'proposals.noneHow': '客服在聊天页发出一句后，面板下方会出现“存为话术”（Alt S）；存下的会出现在这里。',
  'proposals.text': '话术',
  'proposals.asked': '买家会怎么问',
  'proposals.name': '标题',
  'proposals.nameAuto': '不填就用话术的开头',
  'proposals.accept': '采纳',
  'proposals.reject': '不采纳',
  'proposals.accepted': '已采纳，聊天页马上会推荐',
  'proposals.rejected': '已去掉这条建议',
  'proposals.refused': '没有采纳：{why}',
  'proposals.trips': '这句会触发用语规则（{words}），改一改再采纳',
  'proposals.adopted': '已采纳 {n} 条，都在“本店采纳的话术”包里。',
  'proposals.export': '存成话术包文件',
  'proposals.packTitle': '本店采纳的话术',
  'proposals.packPublisher': '本店',
} as const;

export const proposalsEn: Readonly<Record<keyof typeof proposalsZh, string>> = {
  'proposals.title': 'Proposed scripts',
  'proposals.why':
    'Replies that agents found worth keeping, without personal data. Edit, then accept: accepted ones go into the pack “Adopted scripts” and are suggested at once.',
  'proposals.none': 'No script is proposed',
  'proposals.noneHow':
    'After an agent has sent a reply, the panel offers “Save as a script” (Alt S); what is saved appears here.',
  'proposals.text': 'Script',
  'proposals.asked': 'What a buyer would ask',
  'proposals.name': 'Title',
  'proposals.nameAuto': 'left empty: how the script begins',
  'proposals.accept': 'Accept',
  'proposals.reject': 'Turn down',
  'proposals.accepted': 'Accepted: consoles suggest it from now on',
  'proposals.rejected': 'The proposal is gone',
  'proposals.refused': 'Not accepted: {why}',
  'proposals.trips': 'it would trip a wording rule ({words}); change it first',
  'proposals.adopted': '{n} adopted, all in the pack “Adopted scripts”.',
  'proposals.export': 'Save as a pack file',
  'proposals.packTitle': 'Adopted scripts',
  'proposals.packPublisher': 'This shop',
};
