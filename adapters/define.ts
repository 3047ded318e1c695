/**
 * A marketplace console as a value: where things are on its page, and which of our closed list of readers
 * takes them. Strings, numbers, booleans, arrays and objects only: no functions, no regular expressions, so that
 * `JSON.parse(JSON.stringify(adapter))` reads the same page and an adapter can travel in a pack.
 */
export interface Adapter {
  readonly format: 'counterside-adapter/1';
  /** Stable; the `console` of every event. */
  readonly id: string;
  /** What its users call it. */
  readonly label: string;
  /** Chrome match patterns, scheme and host written out. */
  readonly matches: readonly string[];
  /** In which zone the page writes its times. */
  readonly zone: Zone;
  /** Who says so, and when it was seen; every selector names one of these. */
  readonly sources: Readonly<Record<string, Source>>;

  /** Any of these on the page means that the chat is mounted. */
  readonly ready: readonly Spot[];
  /** States in which nothing on the page may be taken as news. Looked for outside the messages. */
  readonly unusable: readonly UnusableSign[];

  /** The box that holds the messages of the open conversation. Replaced by the page on every re-mount. */
  readonly messages: readonly Spot[];
  readonly row: RowReaders;
  readonly conversation: ConversationReaders;
  readonly contacts: ContactReaders;

  /** The shop and the 子账号, where the page shows them. */
  readonly shop?: readonly Field[];
  readonly seat?: readonly Field[];
  /** An order number counts only if exactly one of this shape is there. `#` stands for a digit. */
  readonly order?: Spot & { readonly shape: string };

  readonly composer: readonly (Spot & { readonly kind: 'textarea' | 'contenteditable' })[];
  readonly send: readonly Spot[];
  /** Keys in the composer that may send. They are held on a finding even if this seat's setting sends otherwise. */
  readonly sendKeys: readonly Chord[];
  /** Keys that the console itself uses; never bound by us. */
  readonly ownShortcuts: readonly Chord[];
}

/** `Ctrl+Alt+Shift+Meta+` in this order before the event's `key`, such as `Ctrl+Enter`. */
export type Chord = string;

export type Zone = 'Asia/Shanghai';

export interface Source {
  readonly what: string;
  /** A date or a month. */
  readonly seenOn: string;
}

/** `high`: two independent sources or a dated live calibration. `medium`: one working automation. `low`: a guess. */
export type Confidence = 'high' | 'medium' | 'low';

export interface Provenance {
  /** How sure, and by whom: keys of {@link Adapter.sources}, separated by blanks. Kept short: it ships in the content script. */
  readonly seen: `${Confidence}: ${string}`;
}

/** A place: the element itself or the first one inside it that matches. Lists of spots are ranked. */
export interface Spot extends Provenance {
  readonly css: string;
}

/** A string at a place. */
export interface Field extends Spot {
  /** Taken from this attribute; without it, the text. */
  readonly attribute?: string;
  readonly split?: { readonly by: string; readonly part: number };
  /** `head{id}tail`: what stands between, heads compared without case. No match is no value. */
  readonly template?: string;
}

/** Holds if all of its parts hold. */
export interface Sign extends Provenance {
  /** The element or something inside it matches. */
  readonly css?: string;
  /** The row's id contains one of these. */
  readonly id?: readonly string[];
  /** A short text beside the message's own words contains one of these. */
  readonly label?: readonly string[];
  /** The message's own words contain one of these. */
  readonly says?: readonly string[];
}

export interface UnusableSign extends Provenance {
  readonly reason: 'kicked' | 'login' | 'connecting' | 'no-permission';
  readonly says: readonly string[];
}

/**
 * How a time is written: a style of date followed by the clock, whose seconds decide the precision.
 * `YYYY-MM-DD` also takes 年月日 and slashes, `MM-DD` has no year, `昨天` also 前天 and 今天, `星期X` also 周X,
 * `HH:mm` has no date, `relative` is 刚刚, 12秒, 3分钟, 2小时.
 */
export type TimeFormat = 'YYYY-MM-DD' | 'MM-DD' | '昨天' | '星期X' | 'HH:mm' | 'relative';

export type TimeReader =
  /** The number in this field is epoch milliseconds (or seconds). */
  | (Field & { readonly read: 'epoch' })
  /** The text at this spot ends in a time. */
  | (Spot & { readonly read: 'text'; readonly formats: readonly TimeFormat[] })
  /** A text beside the message's own words ends in a time: for consoles that hash their classes. */
  | (Provenance & { readonly read: 'label'; readonly formats: readonly TimeFormat[] })
  /** A text between the rows is nothing but a time; it holds for the rows below, to the minute at best. */
  | (Provenance & { readonly read: 'divider'; readonly formats: readonly TimeFormat[] });

export interface RowReaders {
  /** Ranked: the first that matches anything inside the message box decides. */
  readonly at: readonly Spot[];
  /** Rows that are no message at all. */
  readonly skip: readonly Sign[];
  readonly id: readonly Field[];
  /** The conversation as the row itself tells it; trusted above anything else on the page. */
  readonly conversation?: Field;
  /** In order; the first that holds decides. A row on which none holds is `unknown`, never `buyer`. */
  readonly origin: readonly (Sign & { readonly by: 'buyer' | 'agent' | 'robot' | 'system' })[];
  /** In order. Without a match: `notice` for system rows, `text` where there are words, else `other`. */
  readonly content: readonly (Spot & {
    readonly kind: 'image' | 'video' | 'voice' | 'file' | 'product' | 'order' | 'notice';
  })[];
  readonly text: readonly Spot[];
  /** Ranked. */
  readonly time: readonly TimeReader[];
  /** A row that only tells that a message was taken back. */
  readonly recall: Sign;
}

export interface ConversationReaders {
  /** What the key is. Ids must be equal wherever the page shows them; a name may carry an ornament. */
  readonly keyIs: 'buyer-id' | 'buyer-name';
  /** Ranked. All that give a value must agree; while they don't, the page is between two conversations. */
  readonly key: readonly Field[];
  readonly buyer: readonly Field[];
}

/** The console's list of conversations. The same conversation may stand in several groups. */
export interface ContactReaders {
  readonly row: readonly Spot[];
  readonly id: readonly Field[];
  readonly name: readonly Field[];
  readonly preview: readonly Field[];
  /** Ranked; times of a wait before times of a message. */
  readonly time: readonly (Spot & { readonly read: 'text'; readonly formats: readonly TimeFormat[] })[];
  readonly unread: readonly Field[];
  /** In a waiting row only. */
  readonly waiting?: Spot;
  /** A row whose time is relative is waiting. */
  readonly waitingIfRelative?: true;
  readonly active: readonly Spot[];
  /** Names of rows that are no buyer. */
  readonly pseudo: readonly string[];
  /** A preview that begins so mirrors the agent's own unsent words. */
  readonly draftPrefix?: string;
}
