import { CircleCheck, CircleDashed, Lock, TriangleAlert } from 'lucide';
import { useState } from 'preact/hooks';
import { say } from '../i18n/say.ts';
import { Button } from '../ui/Button.tsx';
import { moment } from '../ui/format.ts';
import { Tag } from '../ui/Tag.tsx';
import type { EntryView, PackAct, PackInUseView } from './view.ts';

/** The kinds of entries that are counted by name; all others count as others. */
const COUNTED = ['scripts', 'rules', 'facts', 'products', 'notices'] as const;
/** A list longer than this is searched, not read. */
const SHOWN = 60;

function holdings(entries: readonly EntryView[]): string {
  const counts = COUNTED.map(
    (section) => [section, entries.filter((one) => one.section === section).length] as const,
  );
  const others = entries.length - counts.reduce((sum, [, n]) => sum + n, 0);
  return [
    ...counts.filter(([, n]) => n > 0).map(([section, n]) => say(`packs.n.${section}`, { n })),
    ...(others > 0 ? [say('packs.n.others', { n: others })] : []),
  ].join(' · ');
}

/** A pack in use: whose it is, what it holds, the ways back and out, and a switch for each entry. */
export function PackCard({ pack, act }: { pack: PackInUseView; act: PackAct }) {
  const { id, title, version, before, after, entries } = pack;
  const off = entries.filter(({ on }) => !on).length;
  return (
    <li class="pack">
      <div class="pack-head">
        <div>
          <b>{title}</b> <span class="muted">{say('packs.version', { version })}</span>
          <p class="muted">
            {holdings(entries)}
            {off > 0 && ` · ${say('packs.off', { n: off })}`}
          </p>
          <p class="muted">
            {say('packs.by', { publisher: pack.publisher })}
            {pack.fingerprint !== null && ` · ${say('packs.key', { key: pack.fingerprint })}`}
            {pack.installedAt !== null && ` · ${moment(pack.installedAt)}`}
          </p>
        </div>
        <div class="tags">
          <Tag>{say(`packs.layer.${pack.layer}`)}</Tag>
          {pack.builtIn && <Tag icon={Lock}>{say('packs.builtIn')}</Tag>}
          {!pack.builtIn &&
            (pack.fingerprint === null ? (
              <Tag tone="care" icon={TriangleAlert}>
                {say('packs.unsigned')}
              </Tag>
            ) : (
              <Tag tone="fine" icon={CircleCheck}>
                {say('packs.signed')}
              </Tag>
            ))}
          {pack.state !== 'in-use' && (
            <Tag tone="care" icon={CircleDashed}>
              {say(`packs.${pack.state}`)}
            </Tag>
          )}
        </div>
      </div>
      <p class="acts">
        {before && (
          <Button onClick={() => act({ kind: 'use', pack: id, ...before })}>
            {say('packs.back', { version: before.version })}
          </Button>
        )}
        {after && (
          <Button onClick={() => act({ kind: 'use', pack: id, ...after })}>
            {say('packs.forth', { version: after.version })}
          </Button>
        )}
        {!pack.builtIn && (
          <Button look="quiet" onClick={() => act({ kind: 'remove', pack: id, title })}>
            {say('packs.remove')}
          </Button>
        )}
      </p>
      {entries.length > 0 && <Entries pack={id} entries={entries} act={act} />}
    </li>
  );
}

function Entries({ pack, entries, act }: { pack: string; entries: readonly EntryView[]; act: PackAct }) {
  const [open, setOpen] = useState(false);
  const [sought, setSought] = useState('');
  const wanted = sought.trim().toLowerCase();
  const found = entries.filter(({ id, title }) => `${id} ${title}`.toLowerCase().includes(wanted));
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say('packs.entries')}</summary>
      {open && (
        <>
          <input
            type="search"
            aria-label={say('packs.find')}
            placeholder={say('packs.find')}
            value={sought}
            onInput={(event) => setSought(event.currentTarget.value)}
          />
          <ul class="entries">
            {found.slice(0, SHOWN).map(({ section, id, title, on }) => (
              <li key={`${section}/${id}`}>
                <label>
                  <input
                    type="checkbox"
                    checked={on}
                    onChange={(event) =>
                      act({ kind: 'switch', pack, item: `${section}/${id}`, on: event.currentTarget.checked })
                    }
                  />
                  {title} <span class="muted">{say(`packs.section.${section}`)}</span>
                </label>
              </li>
            ))}
          </ul>
          {found.length > SHOWN && <p class="muted">{say('packs.more', { n: found.length - SHOWN })}</p>}
        </>
      )}
    </details>
  );
}
