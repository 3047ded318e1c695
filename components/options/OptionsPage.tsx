import { CircleCheck, CircleDashed, type IconNode, Lock, TriangleAlert } from 'lucide';
import { say } from '../i18n/say.ts';
import { Packs } from '../packs/Packs.tsx';
import { Proposals } from '../proposals/Proposals.tsx';
import { moment } from '../ui/format.ts';
import { Notice } from '../ui/Notice.tsx';
import { Page } from '../ui/Page.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Tag } from '../ui/Tag.tsx';
import { QuietRules } from './QuietRules.tsx';
import { SettingsForm } from './SettingsForm.tsx';
import { Sites } from './Sites.tsx';
import type { ConsoleRow, OptionsAct, OptionsView } from './view.ts';

const looks: Readonly<
  Record<ConsoleRow['health']['kind'], { tone: 'plain' | 'fine' | 'care'; icon: IconNode }>
> = {
  healthy: { tone: 'fine', icon: CircleCheck },
  broken: { tone: 'care', icon: TriangleAlert },
  unseen: { tone: 'plain', icon: CircleDashed },
  denied: { tone: 'care', icon: Lock },
};

function Health({ health }: { health: ConsoleRow['health'] }) {
  return (
    <Tag {...looks[health.kind]}>
      {say(
        `options.health.${health.kind}`,
        health.kind === 'broken' ? { missing: health.missing.join('、') } : {},
      )}
    </Tag>
  );
}

function Consoles({ rows }: { rows: readonly ConsoleRow[] }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{say('options.console')}</th>
          <th scope="col">{say('options.health')}</th>
          <th scope="col">{say('options.lastSeen')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              {row.name} <span class="ci">{row.host}</span>
            </th>
            <td>
              <Health health={row.health} />
            </td>
            <td>{'at' in row.health ? moment(row.health.at) : '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Settings, what was silenced, the packs in use and where Counterside works. */
export function OptionsPage({ view, act }: { view: OptionsView; act: OptionsAct }) {
  return (
    <Page here="options">
      <div class="options">
        <section>
          <h1>{say('options.title')}</h1>
          {view.settings ? (
            <SettingsForm settings={view.settings} owners={view.keyOwners} act={act} />
          ) : (
            <Skeleton />
          )}
        </section>
        <section>
          <h2>{say('options.quiet')}</h2>
          <QuietRules rows={view.quiet} act={act} />
        </section>
        <section>
          <h2>{say('packs.title')}</h2>
          <Packs view={view.packs} act={(wish) => act({ kind: 'packs', wish })} />
        </section>
        <section>
          <h2>{say('proposals.title')}</h2>
          <Proposals view={view.proposals} act={(wish) => act({ kind: 'proposals', wish })} />
        </section>
        <section>
          <h2>{say('options.consoles')}</h2>
          <p class="muted">{say('options.consolesWhy')}</p>
          <Consoles rows={view.consoles} />
        </section>
        <section>
          <h2>{say('options.own')}</h2>
          <Sites rows={view.sites} act={(wish) => act({ kind: 'sites', wish })} />
        </section>
        <p class="muted">{say('options.local')}</p>
      </div>
      <Notice
        notice={view.notice}
        onUndo={() => act({ kind: 'undo' })}
        onClose={() => act({ kind: 'close-notice' })}
      />
    </Page>
  );
}
