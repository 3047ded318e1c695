import type { Plugin } from 'vite';
import { readDesk, readShifts } from './read-desk.ts';
import { readBasePack, readBaseRules, readProfiles, readRubrics } from './read-seeds.ts';

const readers: Record<string, () => unknown> = {
  'virtual:seeds/base-pack': readBasePack,
  'virtual:seeds/base-rules': readBaseRules,
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
      return read ? `export default ${JSON.stringify(read())};` : null;
    },
  };
}
