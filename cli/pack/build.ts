import { packText } from '../../scripts-library/sign.ts';
import { UsageError, type VerbIo } from '../verb.ts';
import { called, eachPack, proves, signed, write } from './act.ts';

/**
 * `pack build FILE|FOLDER [--out F.cspack] [--key F]`: makes the one file that is handed out, canonical, and signs it if a key is
 * given. A pack that fails its own examples or tests, or whose scripts trip its own rules, is not built.
 */
export async function run(args: string[], io: VerbIo): Promise<number> {
  const call = called(args, io);
  if (call.files.length > 1) throw new UsageError('build makes one pack at a time');
  return eachPack(call, async (found, file) => {
    if (!proves(found, file, call)) return false;
    await write(call, packText(await signed(found.pack, call)));
    if (call.options.out !== undefined)
      await io.out(
        JSON.stringify({
          file: call.options.out,
          id: found.pack.id,
          version: found.pack.version,
          hash: found.hash,
        }),
      );
    return true;
  });
}
