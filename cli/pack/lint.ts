import type { VerbIo } from '../verb.ts';
import { called, eachPack, proves } from './act.ts';

/** `pack lint FILE…`: everything that is wrong or odd about each pack; one line of counts for each sound one. */
export async function run(args: string[], io: VerbIo): Promise<number> {
  const call = called(args, io);
  return eachPack(call, async (found, file) => {
    const sound = proves(found, file, call);
    const { id, version, scripts, rules } = found.pack;
    await io.out(
      JSON.stringify({
        file,
        id,
        version,
        sound,
        scripts: scripts.length,
        rules: rules.length,
        hash: found.hash,
      }),
    );
    return sound;
  });
}
