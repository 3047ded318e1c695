import { packText } from '../../scripts-library/sign.ts';
import { UsageError, type VerbIo } from '../verb.ts';
import { called, eachPack, signed, write } from './act.ts';

/** `pack sign FILE --key F | --new-key F [--out F.cspack]`: puts the publisher's signature on a built pack. */
export async function run(args: string[], io: VerbIo): Promise<number> {
  const call = called(args, io);
  if (call.files.length > 1) throw new UsageError('sign takes one pack at a time');
  if (call.options.key === undefined && call.options['new-key'] === undefined)
    throw new UsageError('sign needs --key or --new-key');
  return eachPack(call, async ({ pack }) => {
    await write(call, packText(await signed(pack, call)));
    return true;
  });
}
