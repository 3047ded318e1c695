import { Download, FolderOpen, HardDriveDownload, Save } from 'lucide';
import { useState } from 'preact/hooks';
import { say } from '../i18n/say.ts';
import { Button } from '../ui/Button.tsx';
import { FilePick } from '../ui/FilePick.tsx';
import { count, moment, span } from '../ui/format.ts';
import { Icon } from '../ui/Icon.tsx';
import type { BackupNeed, BackupView, BackupWish } from './view.ts';

type Act = (wish: BackupWish) => void;

/** A shorter one is guessed, however slow each guess is made. */
const PASSPHRASE_LEAST = 8;
/** So many backups stay in a folder. */
export const KEPT_BACKUPS = 7;

function Passphrase({
  label,
  value,
  onInput,
}: {
  label: string;
  value: string;
  onInput: (value: string) => void;
}) {
  return (
    <label class="field">
      <span class="muted">{label}</span>
      <input
        type="password"
        autoComplete="off"
        maxLength={200}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </label>
  );
}

function SetUp({ folders, busy, act }: { folders: boolean; busy: boolean; act: Act }) {
  const [first, setFirst] = useState('');
  const [again, setAgain] = useState('');
  const differs = again !== '' && first !== again;
  const ready = first.length >= PASSPHRASE_LEAST && first === again;
  return (
    <form
      class="backup"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) act({ kind: 'backup-set-up', passphrase: first });
      }}
    >
      <div class="acts">
        <Passphrase label={say('backup.pass', { n: PASSPHRASE_LEAST })} value={first} onInput={setFirst} />
        <Passphrase label={say('backup.passAgain')} value={again} onInput={setAgain} />
      </div>
      <p class="muted" role="status">
        {say(differs ? 'backup.passDiffers' : 'backup.passWhat')}
      </p>
      <div class="acts">
        <Button look="main" icon={folders ? FolderOpen : Download} submit disabled={!ready || busy}>
          {say(folders ? 'backup.choose' : 'backup.setPass')}
        </Button>
      </div>
      {!folders && <p class="muted">{say('backup.noFolder')}</p>}
    </form>
  );
}

function Running({ view, act }: { view: BackupView; act: Act }) {
  const { plan, state } = view;
  if (!plan) return null;
  const busy = state !== 'idle';
  return (
    <>
      <p>
        {plan.folder === null
          ? say('backup.noFolder')
          : plan.allowed
            ? say('backup.folder', { folder: plan.folder, n: KEPT_BACKUPS })
            : say('backup.ask', { folder: plan.folder })}
      </p>
      <div class="acts">
        {plan.folder !== null && !plan.allowed ? (
          <Button look="main" icon={FolderOpen} disabled={busy} onClick={() => act({ kind: 'backup-allow' })}>
            {say('backup.allow')}
          </Button>
        ) : (
          <Button
            look="main"
            icon={plan.folder === null ? Download : Save}
            disabled={busy}
            onClick={() => act({ kind: 'backup-now' })}
          >
            {say(plan.folder === null ? 'backup.download' : 'backup.now')}
          </Button>
        )}
        <Button disabled={busy} onClick={() => act({ kind: 'backup-stop' })}>
          {say('backup.stop')}
        </Button>
        <span class="muted" role="status">
          {state === 'writing' && say('backup.working')}
        </span>
      </div>
    </>
  );
}

function Restore({ view, act }: { view: BackupView; act: Act }) {
  const [passphrase, setPassphrase] = useState('');
  const { offer, state, refused, restored } = view;
  const busy = state === 'reading' || state === 'restoring';
  return (
    <section>
      <h1>{say('restore.title')}</h1>
      <p class="muted">{say('restore.what')}</p>
      {offer ? (
        <div class="backup" role="status">
          <p>
            {say('restore.found', {
              label: offer.label,
              at: moment(offer.at),
              n: count(offer.entries),
              days: span(offer.range.from, offer.range.to),
            })}
          </p>
          <p class="muted">{say('restore.settings')}</p>
          <div class="acts">
            <Button
              look="main"
              icon={HardDriveDownload}
              disabled={busy}
              onClick={() => act({ kind: 'restore-go' })}
            >
              {say(state === 'restoring' ? 'restore.working' : 'restore.go')}
            </Button>
            <Button disabled={busy} onClick={() => act({ kind: 'restore-leave' })}>
              {say('restore.leave')}
            </Button>
          </div>
        </div>
      ) : (
        <div class="acts">
          <Passphrase label={say('restore.pass')} value={passphrase} onInput={setPassphrase} />
          <FilePick
            accept=".csbackup"
            onFiles={([file]) => {
              if (!busy) act({ kind: 'restore-open', file, passphrase });
            }}
          >
            {say('restore.pick')}
          </FilePick>
          <span class="muted" role="status">
            {state === 'reading' && say('restore.reading')}
          </span>
        </div>
      )}
      {refused !== null && (
        <p class="failed" role="alert">
          {refused}
        </p>
      )}
      {restored.length > 0 && (
        <div class="backup">
          {restored.map((one) => (
            <p key={one.at}>{say('restore.here', { at: moment(one.at), n: count(one.count) })}</p>
          ))}
          <div class="acts">
            <Button icon={Download} onClick={() => act({ kind: 'restored-export' })}>
              {say('restore.export')}
            </Button>
          </div>
          <p class="muted">{say('restore.exportWhat')}</p>
        </div>
      )}
    </section>
  );
}

/** Backups and the way back: what is kept where, when it was last, and restoring. */
export function Backup({ view, act }: { view: BackupView; act: Act }) {
  const { last, fresh } = view;
  return (
    <>
      <section>
        <h1>{say('backup.title')}</h1>
        <p class="muted">{say('backup.what')}</p>
        <p>
          {last ? say('backup.last', { at: moment(last.at), file: last.fileName }) : say('backup.never')}
          {last && fresh > 0 && ` · ${say('backup.new', { n: count(fresh) })}`}
        </p>
        {view.plan ? (
          <Running view={view} act={act} />
        ) : (
          <SetUp folders={view.folders} busy={view.state !== 'idle'} act={act} />
        )}
      </section>
      <Restore view={view} act={act} />
    </>
  );
}

/** One line on the first page when backups need a person. */
export function BackupLine({
  need,
  act,
}: {
  need: BackupNeed;
  act: (wish: { kind: 'backup-now' | 'backup-allow' } | { kind: 'section'; section: 'backup' }) => void;
}) {
  return (
    <section class="export-due" role="status">
      <p>
        <Icon node={Save} />
        {need.kind === 'allow'
          ? say('backup.ask', { folder: need.folder })
          : say(need.kind === 'download' ? 'backup.due' : 'backup.setup')}
      </p>
      {need.kind === 'allow' && (
        <Button icon={FolderOpen} onClick={() => act({ kind: 'backup-allow' })}>
          {say('backup.allow')}
        </Button>
      )}
      {need.kind === 'download' && (
        <Button icon={Download} onClick={() => act({ kind: 'backup-now' })}>
          {say('backup.download')}
        </Button>
      )}
      {need.kind === 'set-up' && (
        <Button icon={Save} onClick={() => act({ kind: 'section', section: 'backup' })}>
          {say('backup.open')}
        </Button>
      )}
    </section>
  );
}
