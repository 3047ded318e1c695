import { fingerprint } from '../../scripts-library/sign.ts';
import type { VerbIo } from '../verb.ts';
import { called, eachPack } from './act.ts';
import { sayIssues } from './say.ts';

/** `pack verify FILE…`: who signed each pack; an unsigned or changed one fails. One line a pack. */
export async function run(args: string[], io: VerbIo): Promise<number> {
  const call = called(args, io);
  return eachPack(call, async ({ pack, hash, signature, notes }, file) => {
    sayIssues(
      io,
      file,
      notes.filter(({ code }) => code === 'W_UNSIGNED'),
      call.language,
    );
    const { id, version, publisher } = pack;
    const key = signature ? { key: signature.key, fingerprint: fingerprint(signature.key) } : {};
    await io.out(JSON.stringify({ file, id, version, publisher, hash, signed: signature !== null, ...key }));
    return signature !== null;
  });
}
