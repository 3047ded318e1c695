/** The words of receiving keys: on the supervisor's page, and where an agent exports to one. */
export const keysZh = {
  'keys.title': '收件钥匙',
  'keys.what':
    '让客服把日志加密给你：一把钥匙分两半，公开的一半发给客服，用来加密；打开的一半留在这个浏览器里。用它加密的日志，在这里读入时不用输口令。',
  'keys.only':
    '打开的一半离不开这个浏览器的用户资料：不能导出，也不在任何备份里。加密给它的文件只有这里打得开，换一台电脑、换一个浏览器都不行。',
  'keys.lost':
    '清除浏览器数据、重装系统或删掉用户资料，钥匙就没了，已经收到但没读入的文件再也打不开：到时再做一把，把新的公开一半发给客服，请他们重新导出。要几个人都能看，或要长期留存，请用口令。',
  'keys.none': '还没有收件钥匙',
  'keys.label': '钥匙上写的名字（客服看得到）',
  'keys.labelHint': '例如：山货铺 林主管',
  'keys.noLabel': '名字里要有看得见的字',
  'keys.make': '做一把钥匙',
  'keys.made': '已做好“{label}”。把公开的一半发给客服，再把指纹念给他们核对。',
  'keys.print': '指纹',
  'keys.madeAt': '{at} 做的',
  'keys.opened': '读入的日志里有 {n} 份是用它打开的',
  'keys.save': '存公开的一半',
  'keys.saved': '已存为 {file}，可以发给客服。请另外打电话或当面把指纹念给他们核对。',
  'keys.rename': '改名',
  'keys.renamed': '已改名为“{label}”。客服那里还是旧名字，重新读入公开的一半才会变。',
  'keys.retire': '停用',
  'keys.retired': '已停用',
  'keys.retiredNow': '“{label}”已停用，不再发给客服；加密给它的文件照样打得开。请客服在导出时移除它。',
  'keys.reuse': '重新启用',
  'keys.reusedNow': '“{label}”已重新启用',
  'keys.remove': '删除',
  'keys.removeWhat':
    '删除“{label}”之后，加密给它的文件再也打不开，谁都没有办法恢复：还没读入的、以后想再读一遍的都一样。已经读入的日志还在。只是不想再用它，停用就够了。',
  'keys.removeFiles': '读入的日志里有 {n} 份是用它打开的，移除之后不能再从文件读入：{files}。',
  'keys.removeGo': '确认删除这把钥匙',
  'keys.removed': '已删除“{label}”',
  'keys.failed': '没能完成：{why}。已有的钥匙没有变化。',

  'lock.title': '加密',
  'lock.none': '不加密',
  'lock.passphrase': '用口令',
  'lock.key': '用主管的收件钥匙',
  'lock.noneWhat': '拿到文件的人都能打开。',
  'lock.keyWhat': '只有主管做钥匙的那个浏览器打得开，导出之后你自己也打不开。要几个人都能看，请用口令。',
  'lock.keyWhose': '加密给哪把钥匙',
  'lock.keyNone':
    '这台电脑还没有主管的收件钥匙。请主管在“主管评分”页点“收件钥匙”，把公开的一半（.cskey 文件）发给你，在这里读入一次就记住了。',
  'lock.keyRead': '读入收件钥匙',
  'lock.keyForget': '移除“{label}”的收件钥匙',
  'lock.check': '“{label}”的收件钥匙，{made} 做的，指纹：',
  'lock.checkHow':
    '请打电话或当面请主管念一遍指纹，每一位都对得上才保存。文件可能被人换过，换了的钥匙会让别人读到日志。',
  'lock.checkClash':
    '注意：这台电脑已有一把也叫“{label}”、指纹不同的钥匙。可能是主管换了钥匙，也可能文件被人换过，请务必问清楚。',
  'lock.checkSame': '这把钥匙已经在这台电脑上，指纹相同；保存会换成文件里的名字。',
  'lock.checkKeep': '指纹一致，保存',
  'lock.checkLeave': '不一致，不要',
  'lock.exported': '文件只有“{label}”做钥匙的那个浏览器打得开。',
  'lock.gone': '选的收件钥匙已经被移除，请重新选择',
  'lock.refused.too-large': '文件太大，不是收件钥匙。什么都没有保存。',
  'lock.refused.not-key':
    '这不是柜边的收件钥匙文件。请主管在“主管评分”页的“收件钥匙”里存公开的一半，再发过来。',
  'lock.refused.private':
    '文件里是私钥，没有读入，也没有保存。私钥不能发给任何人：请提醒主管它可能已经泄露，并把收到的文件删掉。',
  'lock.refused.newer': '这把收件钥匙由更新版本的柜边做成，请先升级本机的柜边。什么都没有保存。',
  'lock.refused.damaged': '收件钥匙文件不完整，或被其他程序改动过，请主管重新存一份。什么都没有保存。',
  'lock.refused.curve': '文件里的钥匙不是柜边用的那种（P-256），请主管在柜边里做一把。什么都没有保存。',
  'lock.refused.point': '文件里的钥匙不成立，没有人打得开加密给它的文件，请主管重新存一份。什么都没有保存。',
} as const;

export const keysEn: Readonly<Record<keyof typeof keysZh, string>> = {
  'keys.title': 'Receiving keys',
  'keys.what':
    'Have your agents encrypt their logs to you. A key has two halves: the public one goes to the agents and encrypts, the opening one stays in this browser. Logs encrypted to it are read here without a passphrase.',
  'keys.only':
    'The opening half cannot leave this browser profile: it cannot be exported and is in no backup. Files encrypted to it open only here, on no other computer and in no other browser.',
  'keys.lost':
    'If the browser data are cleared, the system is set up anew or the profile is deleted, the key is gone, and files that were received but not yet read never open again. Make another key then, send its public half to your agents and have them export again. If several people must read the logs, or they are to be kept for long, use a passphrase.',
  'keys.none': 'No receiving key yet',
  'keys.label': 'Name on the key (agents see it)',
  'keys.labelHint': 'for example: Hill Shop, Lin',
  'keys.noLabel': 'A name needs characters that can be seen',
  'keys.make': 'Make a key',
  'keys.made':
    '“{label}” is made. Send its public half to your agents, then read its fingerprint to them to compare.',
  'keys.print': 'Fingerprint',
  'keys.madeAt': 'made {at}',
  'keys.opened': 'opened {n|log|logs} of those read here',
  'keys.save': 'Save the public half',
  'keys.saved':
    'Saved as {file}, ready to be sent to your agents. Read the fingerprint to them by phone or in person.',
  'keys.rename': 'Rename',
  'keys.renamed': 'Renamed “{label}”. Agents see the old name until they read in the public half again.',
  'keys.retire': 'Retire',
  'keys.retired': 'retired',
  'keys.retiredNow':
    '“{label}” is retired and no longer given out; files encrypted to it still open. Ask your agents to remove it where they export.',
  'keys.reuse': 'Use again',
  'keys.reusedNow': '“{label}” is in use again',
  'keys.remove': 'Delete',
  'keys.removeWhat':
    'Without “{label}” files encrypted to it never open again, and nobody can bring them back: neither those not yet read, nor those you may want to read once more. Logs that were read stay. If you only do not want to use it any more, retire it.',
  'keys.removeFiles':
    'It opened {n|log|logs} of those read here, which could not be read in from their files again: {files}.',
  'keys.removeGo': 'Yes, delete this key',
  'keys.removed': '“{label}” is deleted',
  'keys.failed': 'That did not work: {why}. The keys are as they were.',

  'lock.title': 'Encryption',
  'lock.none': 'None',
  'lock.passphrase': 'Passphrase',
  'lock.key': "Supervisor's key",
  'lock.noneWhat': 'Whoever gets the file can open it.',
  'lock.keyWhat':
    'Only the browser in which the supervisor made the key opens it; you cannot, once it is exported. If several people must read it, use a passphrase.',
  'lock.keyWhose': 'Encrypt to which key',
  'lock.keyNone':
    "There is no supervisor's key on this computer yet. Ask your supervisor to choose “Receiving keys” on the “Scoring” page and to send you the public half (a .cskey file). Read in once, it is remembered.",
  'lock.keyRead': 'Read in a key',
  'lock.keyForget': 'Remove the key of “{label}”',
  'lock.check': 'Key of “{label}”, made {made}, fingerprint:',
  'lock.checkHow':
    'Have the supervisor read the fingerprint to you by phone or in person, and keep the key only if every figure agrees. The file may have been exchanged, and another key would let somebody else read the log.',
  'lock.checkClash':
    'Careful: there is a key of “{label}” on this computer with another fingerprint. The supervisor may have a new key, or somebody may have exchanged the file: ask.',
  'lock.checkSame':
    'This key is on this computer already, with the same fingerprint; keeping it takes the name in the file.',
  'lock.checkKeep': 'It agrees, keep',
  'lock.checkLeave': 'It differs, discard',
  'lock.exported': 'Only the browser in which the key of “{label}” was made opens the file.',
  'lock.gone': 'The chosen key was removed meanwhile: choose another one',
  'lock.refused.too-large': 'The file is too large for a receiving key. Nothing was kept.',
  'lock.refused.not-key':
    'This is no receiving key of Counterside. Ask your supervisor to save the public half under “Receiving keys” on the “Scoring” page and to send that.',
  'lock.refused.private':
    'The file holds a private key. It was not read in and nothing was kept. A private key must not be sent to anybody: tell your supervisor that it may be known to others, and delete the file.',
  'lock.refused.newer': 'The key was made by a newer Counterside. Update this one first. Nothing was kept.',
  'lock.refused.damaged':
    'The key file is incomplete, or another program has changed it. Ask for it again. Nothing was kept.',
  'lock.refused.curve':
    'The key in the file is of another kind than Counterside uses (P-256). Ask your supervisor to make one in Counterside. Nothing was kept.',
  'lock.refused.point':
    'The key in the file cannot be one: nobody could open what is encrypted to it. Ask for it again. Nothing was kept.',
};
