import { readFile, writeFile } from 'node:fs/promises';
import { stringify } from 'yaml';
import { lintPack } from '../../scripts-library/lint.ts';
import type { Pack } from '../../scripts-library/pack.ts';
import { isError } from '../../scripts-library/pack-issue.ts';
import { runPackTests } from '../../scripts-library/pack-tests.ts';
import { type FoundPack, readPack } from '../../scripts-library/read-pack.ts';
import { fingerprint, KeyError, newKey, type SignedPack, signPack } from '../../scripts-library/sign.ts';
import { readOptions } from '../options.ts';
import { UsageError, type VerbIo } from '../verb.ts';
import { type Draft, readAnyPack } from './read.ts';
import { sayIssues, terminalLanguage } from './say.ts';

/** Everything that a call of `pack …` may be told. */
const OPTIONS = ['out', 'key', 'new-key', 'id', 'title', 'publisher', 'lang'] as const;

interface Called {
  readonly options: { readonly [name in (typeof OPTIONS)[number]]?: string };
  readonly files: readonly string[];
  readonly language: 'zh-CN' | 'en';
  readonly io: VerbIo;
}

export function called(args: string[], io: VerbIo): Called {
  const { options, files } = readOptions(args, OPTIONS);
  if (files.length === 0) throw new UsageError('no pack file');
  const { lang } = options;
  if (lang !== undefined && lang !== 'zh' && lang !== 'en') throw new UsageError('--lang is zh or en');
  const language = lang === undefined ? terminalLanguage(process.env) : lang === 'zh' ? 'zh-CN' : 'en';
  return { options, files, language, io };
}

const told = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Calls `act` with each pack that reads well; a file that does not is named, and the status is 1. */
export async function eachPack(
  { files, options, language, io }: Called,
  act: (found: FoundPack, file: string) => Promise<boolean>,
): Promise<number> {
  let status = 0;
  for (const file of files) {
    const { id, title, publisher, out } = options;
    const draft: Draft = {
      ...(id === undefined ? {} : { id }),
      ...(title === undefined ? {} : { title }),
      ...(publisher === undefined ? {} : { publisher }),
      highest: await highestIn(out),
    };
    const found = await readAnyPack(file, draft);
    sayIssues(
      io,
      file,
      found.ok ? found.notes.filter(({ code }) => code !== 'W_UNSIGNED') : found.errors,
      language,
    );
    if (!found.ok || !(await act(found, file))) status = 1;
  }
  return status;
}

/** The version that is out already, so that a draft built over it goes on from there. */
async function highestIn(out: string | undefined): Promise<number> {
  if (out === undefined) return 0;
  const before = await readFile(out).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new UsageError(`cannot read ${out}: ${told(error)}`);
  });
  const found = before === null ? null : await readPack(new Uint8Array(before));
  return found?.ok ? found.pack.version : 0;
}

/** What a pack says of itself: nothing that must be mended, its own tests included. */
export function proves({ pack }: FoundPack, file: string, { io, language }: Called): boolean {
  const lint = lintPack(pack);
  const { failed } = runPackTests(pack);
  sayIssues(io, file, [...lint, ...failed], language);
  return ![...lint, ...failed].some(isError);
}

/** Writes a file, or the one line of a `.cspack` to standard output. */
export async function write({ options, io }: Called, text: string): Promise<void> {
  if (options.out === undefined) return io.out(text.trimEnd());
  try {
    await writeFile(options.out, text);
  } catch (error) {
    throw new UsageError(`cannot write ${options.out}: ${told(error)}`);
  }
}

/** Signs a pack with the key in a file; with `--new-key` a key is made first, readable by its owner alone. */
export async function signed(pack: Pack, { options, io }: Called): Promise<SignedPack> {
  const { key: keyFile, 'new-key': newFile } = options;
  if (newFile !== undefined) {
    const { pem, key } = await newKey();
    try {
      await writeFile(newFile, pem, { flag: 'wx', mode: 0o600 });
    } catch (error) {
      throw new UsageError(`cannot write ${newFile}: ${told(error)}`);
    }
    io.err(`${newFile}: ${fingerprint(key)}`);
    return signPack(pack, pem);
  }
  if (keyFile === undefined) return pack;
  try {
    return await signPack(pack, await readFile(keyFile, 'utf8'));
  } catch (error) {
    if (error instanceof KeyError || (error instanceof Error && 'code' in error))
      throw new UsageError(`key ${keyFile}: ${told(error)}`);
    throw error;
  }
}

/** A pack as a person edits it: without what a draft fills in by itself. */
export const asYaml = ({ format: _, ...pack }: Pack): string =>
  stringify(
    Object.fromEntries(Object.entries(pack).filter(([, value]) => !Array.isArray(value) || value.length > 0)),
    {
      lineWidth: 110,
    },
  );
