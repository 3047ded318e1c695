/**
 * A marketplace console as a value: where things are on its page, and which of our closed list of readers
 * takes them. Strings, booleans, numbers, arrays and objects only: no functions, no regular expressions, so that
 * `JSON.parse(JSON.stringify(adapter))` reads the same page and an adapter can travel in a pack.
 */
export interface Adapter {
  readonly format: 'counterside-adapter/1';
  /** Stable; the `console` of every event. */
  readonly id: string;
  /** What its users call it. */
  readonly label: string;
  /** Match patterns: a host written out or `*.` before one, a path in which `*` stands for anything. */
  readonly matches: readonly string[];
  /** Addresses among them that are something else, written the same way. */
  readonly excludes?: readonly string[];
  /** The chat may be in a frame of the page; without this only the top document is read. */
  readonly frame?: 'any';
  /** The metric profile that the marketplace rates this console's agents by, so the one that the live timer follows. */
  readonly metric: string;
  /** In which zone the page writes its times. */
  readonly zone: Zone;

  /** Open shadow roots that the chat is in: the selector of each host, from the outside in. */
  readonly shadow?: readonly Css[];
  /** Where several chats stand in the page at once: only the one is read whose id the address names. */
  readonly scope?: { readonly css: Css; readonly id: Field; readonly url: string };
  /** Anything of this on the page means that the chat is mounted. */
  readonly ready: Css;
  /** Words that stand on the page only while no conversation is chosen. */
  readonly empty?: readonly string[];
  /** States in which nothing on the page may be taken as news. Looked for outside messages and contacts. */
  readonly unusable: readonly UnusableSign[];

  /** The box that holds the messages of the open conversation; the visible one counts. Replaced on every re-mount. */
  readonly messages: Css;
  /** `messages` names something inside that box: the box is what scrolls around it. */
  readonly scrolls?: true;
  readonly row: RowReaders;
  readonly conversation: ConversationReaders;
  readonly contacts: ContactReaders;

  /** The shop and the 子账号, where the page shows them. */
  readonly shop?: Field;
  readonly seat?: Field;
  /**
   * An order number counts only if exactly one of this shape is there. `#` stands for a digit, `?` for a digit or a
   * capital letter. `url` is looked at before the page.
   */
  readonly order?: { readonly css?: Css; readonly url?: string; readonly shape: string };
  /** What the buyer asks about, where the page shows one. */
  readonly product?: { readonly id?: Field; readonly title?: Field; readonly price?: Field };

  /** Ranked; none on a page that only shows records. With `near`, the one that stands nearest to the send control: for editors that nothing else names. */
  readonly composer: readonly {
    readonly kind: 'textarea' | 'contenteditable';
    readonly css: Css;
    readonly near?: 'send';
  }[];
  /** While this shows (with one of these words, if any), what is written is for colleagues, not for the buyer. */
  readonly internal?: { readonly css: Css; readonly says?: readonly string[] };
  readonly send: Css;
  /** A button in a dialog that asks before it sends. */
  readonly confirm?: Css;
  /** Keys in the composer that may send. They are held on a finding even if this seat's setting sends otherwise. */
  readonly sendKeys: readonly Chord[];
  /** Keys that the console itself uses; never bound by us. */
  readonly ownShortcuts: readonly Chord[];
}

/** A selector: the element itself, or the first one inside it that matches. */
export type Css = string;

/** `Ctrl+Alt+Shift+Meta+` in this order before the event's `key`, such as `Ctrl+Enter`. */
export type Chord = string;

/** `local` is the zone of the agent's own browser. */
export type Zone = 'Asia/Shanghai' | 'Asia/Tokyo' | 'local';

/** A string on the page: the text of the place, or what the readers named here take from it. */
export type Field =
  | Css
  | {
      readonly css: Css;
      /** Taken from this attribute; without it, the text. */
      readonly attribute?: string;
      readonly split?: { readonly by: string; readonly part: number };
      /** `head{id}tail`: what stands between, heads compared without case. No match is no value. */
      readonly template?: string;
      /** What stands between such a pair, itself included, is no part of it; an empty second means to the end. */
      readonly without?: readonly (readonly [string, string])[];
    }
  /** From the page's address: what follows `head` in `head{id}`, up to the next of `/?#&`. */
  | { readonly url: string };

/** Where a message's own words are: a selector, or what comes right after a label that says this. */
export type TextSpot = Css | { readonly after: Css; readonly says: string };

/** Holds if all of its parts hold. */
export interface Sign {
  readonly css?: Css;
  /** The row stands inside this. */
  readonly around?: Css;
  /** The row's sender is the open conversation's buyer, our own seat, or one of these names. */
  readonly sender?: 'buyer' | 'seat' | readonly string[];
  /** The row's words (or picture) stand on this side of the message box. */
  readonly side?: 'left' | 'right';
  /** The row's id contains one of these. */
  readonly id?: readonly string[];
  /** A short text beside the message's own words contains one of these. */
  readonly label?: readonly string[];
  /** The message's own words contain one of these; in a row without words, its labels. */
  readonly says?: readonly string[];
}

export interface UnusableSign {
  readonly reason: 'kicked' | 'login' | 'connecting' | 'no-permission';
  readonly says: readonly string[];
}

/**
 * How a time is written: a style of date followed by the clock, whose seconds decide the precision.
 * `YYYY-MM-DD` also takes 年月日 and slashes, `MM-DD` has no year, `昨天` also 前天 and 今天, `星期X` also 周X,
 * `HH:mm` has no date, nor has `h:mm AM`; `relative` is 刚刚, 现在, 12秒, 3分钟, 2小时, `just now`, `5 min`.
 */
export type TimeFormat = 'YYYY-MM-DD' | 'MM-DD' | '昨天' | '星期X' | 'HH:mm' | 'h:mm AM' | 'relative';

export interface TextTime {
  readonly css: Css;
  readonly formats: readonly TimeFormat[];
}

export type TimeReader =
  /** The number in this field is epoch milliseconds (or seconds). */
  | { readonly read: 'epoch'; readonly field: Field }
  /** An ISO date with its offset, as `datetime` attributes hold it. */
  | { readonly read: 'iso'; readonly field: Field }
  /** The text at this place ends in a time. */
  | ({ readonly read: 'text' } & TextTime)
  /** A text beside the message's own words ends in a time: for consoles that hash their classes. */
  | { readonly read: 'label'; readonly formats: readonly TimeFormat[] }
  /** What stands right above the row is nothing but a time; it holds for the rows below, to the minute at best. */
  | { readonly read: 'divider'; readonly formats: readonly TimeFormat[] };

export interface RowReaders {
  /** Ranked: the first that matches anything inside the message box decides. */
  readonly at: readonly Css[];
  /** The list begins with its newest row. */
  readonly newestFirst?: true;
  /** Rows that are no message at all. */
  readonly skip: readonly Sign[];
  /** Ranked. */
  readonly id: readonly Field[];
  /** The conversation as the row itself tells it; trusted above anything else on the page. */
  readonly conversation?: Field;
  /** The sender's name as the row shows it. */
  readonly sender?: Field;
  /** In order; the first that holds decides. A row on which none holds is `unknown`, never `buyer`. */
  readonly origin: readonly (Sign & { readonly by: 'buyer' | 'agent' | 'robot' | 'system' })[];
  /** In order. Without a match: `notice` for system rows, `text` where there are words, else `other`. */
  readonly content: readonly {
    readonly css: Css;
    readonly kind: 'image' | 'video' | 'voice' | 'file' | 'product' | 'order' | 'notice';
  }[];
  /** The message's own words. Ranked. */
  readonly text: readonly TextSpot[];
  /** Marks inside the words that are not the message's: a time, 已读. */
  readonly strip?: Css;
  /** Ranked. */
  readonly time: readonly TimeReader[];
  /** A row that only tells that a message was taken back. */
  readonly recall: Sign;
}

export interface ConversationReaders {
  /** What the key is. Ids must be equal wherever the page shows them; a name may carry an ornament at its end. */
  readonly keyIs: 'buyer-id' | 'buyer-name';
  /** Ranked. All that give a value must agree; while they don't, the page is between two conversations. */
  readonly key: readonly Field[];
  readonly buyer: Field;
}

/**
 * The console's list of conversations; the same one may stand in several groups. Previews are not read: they
 * mirror drafts, marks and pictures, and nobody needs them.
 */
export interface ContactReaders {
  /** Ranked. */
  readonly row: readonly Css[];
  /** Absent where the name is all there is. */
  readonly id?: Field;
  /** Ranked. */
  readonly name: readonly Field[];
  /** Ranked; times of a wait before times of a message. */
  readonly time: readonly TextTime[];
  readonly unread?: Field;
  /** In a waiting row only. */
  readonly waiting?: Css;
  /** A row whose time is relative is waiting. */
  readonly waitingIfRelative?: true;
  /** Rows inside such a group wait if its title says so. */
  readonly groups?: { readonly css: Css; readonly title: Field; readonly says: readonly string[] };
  /** Names of rows that are no buyer. */
  readonly pseudo: readonly string[];
}

/** `high`: two independent sources or a dated live calibration. `medium`: one working automation. `low`: a guess. */
export type Confidence = 'high' | 'medium' | 'low';

/**
 * Where an adapter's selectors and phrases are known from. Kept beside the adapter, not in it: whoever repairs an
 * adapter needs it, a chat page doesn't.
 */
export interface Provenance {
  /** Who says so; a date or a month. */
  readonly sources: Readonly<Record<string, { readonly what: string; readonly seenOn: string }>>;
  /** Every selector and phrase of the adapter: how sure, and by which of the sources. */
  readonly seen: Readonly<Record<string, `${Confidence}: ${string}`>>;
}
