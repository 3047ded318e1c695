import { runPackTests } from '../../scripts-library/pack-tests.ts';
import type { VerbIo } from '../verb.ts';
import { called, eachPack } from './act.ts';
import { sayIssues } from './say.ts';

/** `pack test FILE…`: runs each pack's own tests; one line a pack. */
export async function run(args: string[], io: VerbIo): Promise<number> {
  const call = called(args, io);
  return eachPack(call, async ({ pack }, file) => {
    const { passed, failed } = runPackTests(pack);
    sayIssues(io, file, failed, call.language);
    await io.out(JSON.stringify({ file, id: pack.id, passed, failed: failed.length }));
    return failed.length === 0;
  });
}
