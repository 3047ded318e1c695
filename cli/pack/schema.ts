import { packJsonSchema } from '../../scripts-library/pack.schema.ts';
import { UsageError, type VerbIo } from '../verb.ts';

/** `pack schema`: the format as JSON Schema, for editors and other programs. */
export async function run(args: string[], io: VerbIo): Promise<number> {
  if (args.length > 0) throw new UsageError('pack schema takes nothing');
  await io.out(JSON.stringify(packJsonSchema(), null, 2));
  return 0;
}
