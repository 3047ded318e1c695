/**
 * The only record that we keep: what happened, never what it amounts to. Waits, violations and scores are
 * pure functions of these events, in the panel, on the supervisor's page and in the CLI alike.
 *
 * An {@link Observation} is what a content script saw, in raw values. The background turns it into a
 * {@link ChatEvent}: pseudonymous, redacted, numbered and stamped with the person on duty.
 */

/** Who wrote a message. What the page does not tell is `unknown`, never `buyer`. */
export type By = 'buyer' | 'agent' | 'robot' | 'system' | 'unknown';

export type ContentKind =
  | 'text'
  | 'image'
  | 'video'
  | 'voice'
  | 'file'
  | 'product'
  | 'order'
  | 'notice'
  | 'other';

/** When a message was sent, as far as the page tells. `at` is wall time in epoch milliseconds. */
export type SentAt =
  | { readonly precision: 'second' | 'minute'; readonly source: 'page' | 'id'; readonly at: number }
  | { readonly precision: 'none'; readonly source: 'observed' };

/** Where it happened. `seat` is the 子账号 as the page shows it; what the page does not show is `unknown`. */
export interface Place {
  readonly console: string;
  readonly shop: string;
  readonly seat: string;
}

/** Read at capture, before redaction, so that clocks and rubrics never need the text. */
export interface Signals {
  readonly chars: number;
  readonly class: 'substantive' | 'greeting' | 'holding' | 'goodbye' | 'thanks' | 'non-text';
  readonly greets: boolean;
  readonly closes: boolean;
  /** The script that the text was inserted from or equals. */
  readonly script?: string;
  readonly packHash: string;
  readonly signalsVersion: number;
}

export type Level = 'hint' | 'warn' | 'block';

/** A finding as the log keeps it: the rule and the half-open span in the text as typed, never the match. */
export interface FindingFact {
  readonly rule: string;
  readonly category: string;
  readonly level: Level;
  readonly start: number;
  readonly end: number;
  readonly folds: readonly string[];
}

export type OverrideReason =
  | 'false-alarm'
  | 'quoting-buyer'
  | 'platform-allows'
  | 'supervisor-agreed'
  | 'other';
export type DismissScope = 'once' | 'conversation' | 'shop' | 'trainer';

/** What may happen inside one conversation, apart from messages. Shared by both unions. */
export type ConversationAct =
  | { readonly kind: 'list-seen'; readonly unread: number | null; readonly rowTime: SentAt }
  | { readonly kind: 'conversation-opened' | 'conversation-closed' }
  | { readonly kind: 'conversation-transferred'; readonly to: string | null }
  | { readonly kind: 'finding-raised'; readonly draft: string; readonly finding: FindingFact }
  | { readonly kind: 'finding-fixed'; readonly draft: string; readonly rule: string }
  | {
      readonly kind: 'finding-overridden';
      readonly draft: string;
      readonly rule: string;
      readonly reason: OverrideReason;
    }
  | {
      readonly kind: 'finding-dismissed';
      readonly draft: string;
      readonly rule: string;
      readonly scope: DismissScope;
    }
  /** A dismissal was taken back: the rule speaks again. `draft` is the one that the dismissal was given in. */
  | { readonly kind: 'finding-restored'; readonly draft: string; readonly rule: string }
  | { readonly kind: 'send-held'; readonly draft: string; readonly rules: readonly string[] }
  | {
      readonly kind: 'send-released';
      readonly draft: string;
      readonly outcome: 'overridden' | 'edited' | 'abandoned';
    }
  | { readonly kind: 'suggestion-shown'; readonly scripts: readonly string[] }
  | { readonly kind: 'suggestion-inserted'; readonly script: string }
  | { readonly kind: 'suggestion-sent'; readonly script: string; readonly editDistance: number }
  /** `suggested` is the class that was offered, where one was: what the agent picked confirms or corrects it. */
  | {
      readonly kind: 'case-opened';
      readonly case: string;
      readonly category: string;
      readonly suggested?: string;
    }
  | {
      readonly kind: 'case-changed';
      readonly case: string;
      readonly fields: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'case-closed'; readonly case: string; readonly outcome: string }
  | { readonly kind: 'case-reopened'; readonly case: string }
  /** Goes on in another case; this one is closed with it. */
  | { readonly kind: 'case-merged'; readonly case: string; readonly into: string }
  | { readonly kind: 'case-noted'; readonly case: string; readonly text: string }
  /** A contact outside of the chat, typed in. `when` is wall time. */
  | {
      readonly kind: 'case-contacted';
      readonly case: string;
      readonly channel: ContactChannel;
      readonly when: number;
      readonly result: string;
    }
  /** Something kept elsewhere that belongs to the case: a name, and where it is. */
  | { readonly kind: 'case-attached'; readonly case: string; readonly name: string; readonly where: string }
  | {
      readonly kind: 'case-flow';
      readonly case: string;
      readonly flow: string;
      readonly variant: string | null;
      readonly resumed?: ResumedFlow;
    }
  | {
      readonly kind: 'case-node';
      readonly case: string;
      readonly node: string;
      readonly done: boolean;
      readonly choice: string | null;
    }
  /** A node was not done in its time, which ended at `due`. */
  | { readonly kind: 'case-node-late'; readonly case: string; readonly node: string; readonly due: number }
  | { readonly kind: 'case-escalated'; readonly case: string; readonly rule: string; readonly to: string }
  /** Handed over (转交) to another person, who takes it under the same `hand` on their machine. */
  | { readonly kind: 'case-handed'; readonly case: string; readonly hand: string; readonly to: string }
  | { readonly kind: 'case-taken'; readonly case: string; readonly hand: string; readonly from: string }
  /** What our side undertook in a message of this conversation; `due` is null where it names no time. */
  | {
      readonly kind: 'promise-made';
      readonly promise: string;
      readonly message: string;
      readonly due: number | null;
      readonly words?: string;
    }
  | { readonly kind: 'promise-kept'; readonly promise: string }
  | { readonly kind: 'promise-missed'; readonly promise: string; readonly due: number }
  | {
      readonly kind: 'follow-up-set';
      readonly followUp: string;
      readonly what: FollowUpWhat;
      readonly due: number;
      readonly case: string | null;
      readonly note?: string;
    }
  | { readonly kind: 'follow-up-moved'; readonly followUp: string; readonly due: number }
  | {
      readonly kind: 'follow-up-done';
      readonly followUp: string;
      readonly outcome: 'done' | 'dropped' | 'lapsed';
    }
  | { readonly kind: 'follow-up-missed'; readonly followUp: string; readonly due: number };

/** Where a flow stood when its case was taken over, so that it goes on with the times of where it began. */
export interface ResumedFlow {
  readonly startedAt: number;
  readonly done: Readonly<Record<string, { readonly at: number; readonly choice: string | null }>>;
}

export type ContactChannel = 'phone' | 'sms' | 'mail' | 'social' | 'chat';

/** What an agent comes back for. A promise has events of its own. */
export type FollowUpWhat = 'payment' | 'callback' | 'satisfaction' | 'reply' | 'other';

/** What concerns the desk as a whole. */
export type DeskAct =
  | { readonly kind: 'agent-on' | 'agent-off' | 'agent-away' }
  /** 已读: the person on duty has read a notice of a pack; a notice whose words change has another name. */
  | { readonly kind: 'notice-read'; readonly notice: string }
  /** An item of a desk checklist (开班清单, 交班清单, 巡店记录) was ticked or unticked; `run` is one filling of it. */
  | {
      readonly kind: 'checklist-ticked';
      readonly list: string;
      readonly run: string;
      readonly item: string;
      readonly done: boolean;
      readonly found?: string;
    }
  | { readonly kind: 'adapter-healthy' }
  | { readonly kind: 'adapter-broken'; readonly missing: readonly string[] }
  | { readonly kind: 'clock-jumped'; readonly byMs: number }
  /** Who was given the log, what for, and whether personal data went along as it was stored. */
  | {
      readonly kind: 'log-exported';
      readonly recipient: string;
      readonly events: number;
      readonly purpose?: string;
      readonly words?: 'redacted' | 'full';
    }
  | { readonly kind: 'loss-found'; readonly lost: number }
  /** Entries of an earlier log were put back from a backup; `head` is the value that their chain ended with. */
  | { readonly kind: 'log-restored'; readonly log: string; readonly entries: number; readonly head: string }
  /** Private values of so many entries, up to the entry `through`, are gone: their time was over, or a buyer asked. */
  | {
      readonly kind: 'values-erased';
      readonly reason: 'expired' | 'buyer';
      readonly values: number;
      readonly through: number;
    };

/** One sender's mark on an act: its own id, both clocks, and the life of the script that they belong to. */
interface SenderStamp {
  /** Sender-made: 64-bit sender id, a hyphen, a counter. Sending twice is harmless. */
  readonly id: string;
  /** Wall time, epoch milliseconds. */
  readonly at: number;
  /** Monotonic milliseconds since `bootId` began. */
  readonly mono: number;
  readonly bootId: string;
  readonly place: Place;
}

/** A message as the page shows it. `key` is the platform's own id, else a fingerprint with its occurrence. */
export interface MessageSighting {
  readonly kind: 'message-seen';
  readonly key: { readonly source: 'platform' | 'fingerprint'; readonly value: string };
  readonly by: By;
  readonly content: ContentKind;
  readonly text: string;
  /** `backfill` was there when we first looked at this conversation; `live` came while we watched. */
  readonly seen: 'live' | 'backfill';
  readonly sentAt: SentAt;
}

export interface RecallSighting {
  readonly kind: 'message-recalled';
  readonly key: MessageSighting['key'];
}

/** What a content script or page reports, in raw values. `conversation` is the console's own key of it. */
export type Observation =
  | (SenderStamp & {
      readonly conversation: string;
      readonly buyer: string | null;
    } & (MessageSighting | RecallSighting | ConversationAct))
  | (SenderStamp & DeskAct);

/** The stored message: a deterministic id, signals and findings; the text only as policy allows, redacted. */
export interface MessageFact {
  readonly kind: 'message-seen';
  readonly by: By;
  readonly content: ContentKind;
  readonly seen: 'live' | 'backfill';
  readonly sentAt: SentAt;
  readonly signals: Signals;
  /**
   * What the rules found in the text as sent. A violation is one of these in a message of our side. The spans are
   * those of the redacted text; one that touches a personal value spans its whole placeholder.
   */
  readonly findings: readonly FindingFact[];
  /** Redacted text; absent where policy keeps none. */
  readonly text?: string;
  /** Where somebody chose so, the text as typed for some days, without what is never kept; absent if it says no more. */
  readonly raw?: string;
}

interface LogStamp extends SenderStamp {
  /** Order within the conversation (or among desk events), given by the log's one writer. */
  readonly seq: number;
  /** Who was on duty on this machine, or null if nobody said. */
  readonly person: string | null;
}

export type ConversationEvent = LogStamp & { readonly conversation: string } & (
    | MessageFact
    | { readonly kind: 'message-recalled'; readonly message: string }
    | ConversationAct
  );
export type DeskEvent = LogStamp & DeskAct;
export type ChatEvent = ConversationEvent | DeskEvent;

/** A `message-seen` event; its `id` is the HMAC of place, conversation and key, the same on every sighting. */
export type MessageEvent = Extract<ConversationEvent, { kind: 'message-seen' }>;
