/** One turn of a chat that was copied from a desktop client, as it stands there. */
export interface PastedTurn {
  /** Who is named above it; null where nobody is. */
  readonly name: string | null;
  /** Wall time in epoch milliseconds, or null. */
  readonly at: number | null;
  readonly text: string;
  /** It carries a sign of whether it was read: only what our side sent has one. */
  readonly marked: boolean;
  /** To whom it was handed over, if it is a hand-over. */
  readonly to: string | null;
}

const TIME = /(\d{4})-(\d{1,2})-(\d{1,2}) (\d{1,2}):(\d{2}):(\d{2})$/;
const MARK = /^(?:已读|未读|发送中)$/;
const RECALL = / 撤回了一条消息$/;
/** What the client puts between messages: cards, prices, links, who was assigned why. */
const NOISE =
  /^(?:当前用户来自|商品详情页|商品推荐|原因：【|[¥￥]|https?:\/\/\S+$)|适合您的商品|^由 .+ 转交给/;

/** As the client writes it, on the clock of the machine that it runs on. */
function timeOf([, year, month, day, hour, minute, second]: RegExpExecArray): number {
  return new Date(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  ).getTime();
}

/**
 * Reads a chat as 千牛 puts it on the clipboard: a name, with its time beside it or on the next line, then the words,
 * then perhaps a mark. Text without any such line is one turn of nobody in particular. A recall, which has no time and
 * no words, is left out.
 */
export function readPasted(pasted: string): PastedTurn[] {
  const turns: {
    name: string | null;
    at: number | null;
    lines: string[];
    marked: boolean;
    to: string | null;
  }[] = [];
  /** Lines that belong to no turn yet: the last may be a name. */
  let loose: string[] = [];
  let ended = false;
  const begin = (name: string, at: number) => {
    const [who = name, to = null] = name.split(/\s*-->\s*/);
    turns.push({ name: who.trim(), at, lines: [], marked: false, to: to?.trim() ?? null });
    loose = [];
    ended = false;
  };
  for (const line of pasted.split(/\r\n?|\n/).map((one) => one.trim())) {
    const turn = turns.at(-1);
    const found = TIME.exec(line);
    if (found) {
      const before = line.slice(0, found.index).trim();
      const lines = turn && !ended ? turn.lines : loose;
      const name = before || lines.pop();
      if (name) begin(name, timeOf(found));
    } else if (MARK.test(line)) {
      if (turn) turn.marked = true;
      ended = true;
    } else if (!line || NOISE.test(line) || RECALL.test(line)) continue;
    else if (turn && !ended) turn.lines.push(line);
    else loose.push(line);
  }
  if (turns.length === 0) {
    const text = loose.join('\n');
    return text ? [{ name: null, at: null, text, marked: false, to: null }] : [];
  }
  return turns
    .map(({ lines, ...turn }) => ({ ...turn, text: lines.join('\n') }))
    .filter(({ text, to }) => text !== '' || to !== null);
}

/**
 * Which of the names are our side's: those whose messages carry a read mark, who hand over, or are written as shop and
 * 子账号. With these known the others are buyers; with none known nobody is anything.
 */
export function ownNames(turns: readonly PastedTurn[]): ReadonlySet<string> {
  const own = turns.filter(({ name, marked, to }) => marked || to !== null || /.[:：]./.test(name ?? ''));
  return new Set(own.flatMap(({ name, to }) => [name, to].filter((one) => one !== null)));
}
