import type { Plugin } from 'vite';
import { nameBuild } from './name-build.ts';
import { readDesk, readShifts } from './read-desk.ts';
import { readBasePack, readBaseRules, readProfiles, readRubrics } from './read-seeds.ts';

const readers: Record<string, () => unknown> = {
  'virtual:seeds/base-pack': readBasePack,
  'virtual:seeds/base-rules': readBaseRules,
  'virtual:seeds/build': nameBuild,
  'virtual:seeds/profiles': readProfiles,
  'virtual:seeds/rubrics': readRubrics,
  'virtual:seeds/desk': readDesk,
  'virtual:seeds/shifts': readShifts,
};

/** Makes the YAML under `seeds/` importable as plain JSON values, so that no YAML parser ships. */
export function seedsPlugin(): Plugin {
  return {
    name: 'counterside-seeds',
    resolveId: (id) => (id in readers ? `\0${id}` : null),
    load(id) {
      const read = id.startsWith('\0') ? readers[id.slice(1)] : undefined;
      // A long text is read many times faster as JSON than as a program.
      return read ? `export default JSON.parse(${JSON.stringify(JSON.stringify(read()))});` : null;
    },
  };
}
