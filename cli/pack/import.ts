import { UsageError, type VerbIo } from '../verb.ts';
import { asYaml, called, eachPack, write } from './act.ts';

/**
 * `pack import FILE [--id ID] [--title T] [--publisher P] [--out F.yml]`: a table (CSV, XLSX, 千牛's quick phrases) or
 * a pack as YAML to go on editing.
 */
export async function run(args: string[], io: VerbIo): Promise<number> {
  const { options, ...call } = called(args, io);
  if (call.files.length > 1 && options.out !== undefined) throw new UsageError('--out takes one file');
  // The version of what stands at --out is no pack's: it is the YAML that will be written over.
  const { out, ...drafting } = options;
  return eachPack({ ...call, options: drafting }, async ({ pack }) => {
    await write({ ...call, options: out === undefined ? {} : { out } }, asYaml(pack));
    return true;
  });
}
