import type { ServerResponse } from 'node:http';
import { z } from 'zod';
import { play } from './player.ts';
import type { Change } from './snapshot.ts';
import { content, type Story } from './story.ts';
import { World } from './world.ts';

/** What a page may do to the world. */
const act = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('say'),
    uid: z.string(),
    by: z.enum(['buyer', 'agent', 'robot', 'system']),
    content,
    variant: z.string().default(''),
    composed: z.boolean().default(false),
  }),
  z.strictObject({ kind: z.literal('recall'), id: z.string() }),
  z.strictObject({ kind: z.literal('see'), uid: z.string() }),
  z.strictObject({
    kind: z.literal('arrive'),
    uid: z.string(),
    name: z.string(),
    order: z.string().nullable(),
  }),
  z.strictObject({ kind: z.literal('reset') }),
]);

/** One console's server side: its world, the tabs that watch it, and the story that plays in it. */
export class Desk {
  world: World;
  readonly #stories: ReadonlyMap<string, Story>;
  readonly #play: false | { readonly speed: number };
  readonly #tabs = new Set<ServerResponse>();
  #scene = new AbortController();
  /** How fast the story plays; null while it does not. */
  #pace: number | null = null;

  constructor(story: string, stories: ReadonlyMap<string, Story>, play: false | { readonly speed: number }) {
    this.#stories = stories;
    this.#play = play;
    this.world = this.#open(this.#storyOf(story));
  }

  /** Server-sent events: the whole world first, then each change. A story that is asked for plays from its start; throws if there is none. */
  stream(asked: { story: string | null; speed: number | null }, tab: ServerResponse): void {
    const { story, speed } = asked;
    if (story !== null && story !== this.world.story.name) this.#restart(story);
    tab.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    this.#tabs.add(tab);
    tab.on('close', () => this.#tabs.delete(tab));
    this.#write(tab, { kind: 'reset', snapshot: this.world.snapshot() }, this.world.version);
    const pace = speed ?? (this.#play ? this.#play.speed : 1);
    if (story !== null || this.#play) this.#start(pace);
  }

  /** Does what a page asks and says which version of the world holds it; throws on anything else. */
  act(asked: unknown): { version: number; id: string | null } {
    const wish = act.parse(asked);
    let id: string | null = null;
    if (wish.kind === 'say') id = this.world.say(wish.uid, wish, Date.now());
    else if (wish.kind === 'recall') this.world.recall(wish.id);
    else if (wish.kind === 'see') this.world.see(wish.uid);
    else if (wish.kind === 'arrive') this.world.arrive(wish.uid, wish.name, wish.order);
    else this.#restart(this.world.story.name);
    return { version: this.world.version, id };
  }

  close(): void {
    this.#scene.abort();
    for (const tab of this.#tabs) tab.end();
  }

  #restart(name: string): void {
    const story = this.#storyOf(name);
    this.#scene.abort();
    this.#scene = new AbortController();
    this.world = this.#open(story);
    const snapshot = this.world.snapshot();
    for (const tab of this.#tabs) this.#write(tab, { kind: 'reset', snapshot }, this.world.version);
    const pace = this.#pace;
    this.#pace = null;
    if (pace !== null) this.#start(pace);
  }

  #storyOf(name: string): Story {
    const story = this.#stories.get(name);
    if (!story) throw new Error(`there is no story ${name} here: ${[...this.#stories.keys()].join(', ')}`);
    return story;
  }

  #open(story: Story): World {
    const world = new World(story, Date.now());
    const watch = (change: Change, version: number) => {
      for (const tab of this.#tabs) this.#write(tab, change, version);
    };
    world.watch(watch, { signal: this.#scene.signal });
    return world;
  }

  /** A story plays once, from the first page that shows it. */
  #start(speed: number): void {
    if (this.#pace !== null) return;
    this.#pace = speed;
    play(this.world, { speed, signal: this.#scene.signal });
  }

  #write(tab: ServerResponse, change: Change, version: number): void {
    tab.write(`data: ${JSON.stringify({ change, version })}\n\n`);
  }
}
