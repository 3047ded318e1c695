import type { Adapter } from '../../adapters/define.ts';
import type { CompiledRules } from '../../scripts-library/screen/compile.ts';
import type { Finding, ScreenContext } from '../../scripts-library/screen/finding.ts';
import type { Host } from './host.ts';
import type { Session } from './session.ts';
import type { Writing } from './writing.ts';

/**
 * What the panel needs of the page's session. The panel is a file of its own, which the background injects when
 * this script asks for it: the gate and the reader are up before the panel is parsed, and stay small. Both files
 * share one isolated world, which the page cannot see.
 */
export interface Desk {
  readonly session: Session;
  readonly writing: Writing;
  readonly host: Host;
  /** Searches the library by the agent's words. */
  readonly search: (query: string) => Promise<void>;
  /** Asks for today's figures. */
  readonly today: () => Promise<void>;
  /** Calls `draw` after each change of the model, at once and from then on. */
  show(draw: () => void): void;
}

/** What a file that joins the panel needs of it. */
export interface PanelDoor {
  readonly session: Session;
  /** Where the panel is drawn; a part that is not on screen is not there. */
  readonly root: HTMLElement;
  /** Calls `draw` at once and whenever the panel was drawn. */
  follow(draw: () => void): void;
}

/** Judges a text by rules that were made ready. */
export type Judge = (text: string, context: ScreenContext) => Finding[];
/** Takes rules, without doing anything for them yet. */
export type Engine = (rules: CompiledRules) => Readying;

/** Rules on their way to be judged by. */
export interface Readying {
  /** Makes them ready in slices that leave the page quick. */
  soon(): Promise<Judge>;
  /** Makes them ready at one go, whatever slices are left. */
  now(): Judge;
}

/** What finding or pointing out the chat needs of the script that will read it. */
export interface OpenPage {
  /** What reads the page now; null on one that nobody described. */
  readonly adapter: Adapter | null;
  /** Reads the page with this adapter from now on. Only where none reads it yet. */
  begin(adapter: Adapter): void;
  /** Whether a person asked to point; else the page is only looked at. */
  wanted: boolean;
  /** Takes away the card that stands on the page, if any. */
  close: () => void;
}

const ENGINE = Symbol.for('counterside.engine');
const DOOR = Symbol.for('counterside.desk');
const PANEL = Symbol.for('counterside.panel');
const HERE = Symbol.for('counterside.here');
const PAGE = Symbol.for('counterside.page');
const OFFERED = Symbol.for('counterside.offered');
const world = globalThis as {
  [ENGINE]?: Engine;
  [DOOR]?: Desk;
  [PANEL]?: PanelDoor;
  [HERE]?: true;
  [PAGE]?: OpenPage;
  [OFFERED]?: () => void;
};

/** Whether no other run of the content script lives in this page's world. True once. */
export function firstHere(): boolean {
  if (world[HERE]) return false;
  world[HERE] = true;
  return true;
}

/** Leaves the screening engine, a file of its own too, where the content script finds it. */
export function offerEngine(engine: Engine): void {
  world[ENGINE] = engine;
}

/** The screening engine; not there before its file was injected. */
export const engineHere = (): Engine | undefined => world[ENGINE];

/** Leaves the desk where the panel finds it. */
export function offerDesk(desk: Desk): void {
  world[DOOR] = desk;
}

/** Takes the desk, once: a panel that is injected again finds nothing and does nothing. */
export function takeDesk(): Desk | undefined {
  const desk = world[DOOR];
  delete world[DOOR];
  return desk;
}

/** Whether the panel has come. */
export const deskTaken = (): boolean => !world[DOOR];

/** Leaves the page where a file that points finds it, and tells the background if it waits for that. */
export function offerPage(page: OpenPage): void {
  world[PAGE] = page;
  world[OFFERED]?.();
}

/** The page, for finding or pointing out its chat. */
export const takePage = (): OpenPage | undefined => world[PAGE];

/** Leaves the panel where its parts find it. */
export function offerPanel(door: PanelDoor): void {
  world[PANEL] = door;
}

const joined = (part: string) => Symbol.for(`counterside.${part}`);

/** The panel, for a part that joins it; none where there is no panel or the part has joined it before. */
export function joinPanel(part: string): PanelDoor | undefined {
  const parts = globalThis as { [part: symbol]: true | undefined };
  if (!world[PANEL] || parts[joined(part)]) return undefined;
  parts[joined(part)] = true;
  return world[PANEL];
}
