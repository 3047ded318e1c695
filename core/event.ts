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
  | { readonly kind: 'case-opened'; readonly case: string; readonly category: string }
  | {
      readonly kind: 'case-changed';
      readonly case: string;
      readonly fields: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'case-closed'; readonly case: string; readonly outcome: string };

/** What concerns the desk as a whole. */
export type DeskAct =
  | { readonly kind: 'agent-on' | 'agent-off' | 'agent-away' }
  /** 已读: the person on duty has read a notice of a pack; a notice whose words change has another name. */
  | { readonly kind: 'notice-read'; readonly notice: string }
  | { readonly kind: 'adapter-healthy' }
  | { readonly kind: 'adapter-broken'; readonly missing: readonly string[] }
  | { readonly kind: 'clock-jumped'; readonly byMs: number }
  | { readonly kind: 'log-exported'; readonly recipient: string; readonly events: number }
  | { readonly kind: 'loss-found'; readonly lost: number };

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
