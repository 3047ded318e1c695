import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Settings } from '../../core/desk.ts';
import { say } from '../i18n/say.ts';
import { KeyField } from './KeyField.tsx';
import type { OptionsAct, OptionsView } from './view.ts';

function Row({
  label,
  why,
  id,
  children,
}: {
  label: string;
  why?: string;
  id: string;
  children: ComponentChildren;
}) {
  return (
    <div class="setting">
      <div>
        <label for={id}>{label}</label>
        {why && (
          <p class="muted" id={`${id}-why`}>
            {why}
          </p>
        )}
      </div>
      {children}
    </div>
  );
}

/** The settings, each saved as soon as it is changed. */
export function SettingsForm({
  settings,
  owners,
  act,
}: {
  settings: Settings;
  owners: OptionsView['keyOwners'];
  act: OptionsAct;
}) {
  const id = useId();
  const [salutation, setSalutation] = useState(settings.salutation);
  const save = (change: Partial<Settings>) => act({ kind: 'save', settings: change });
  return (
    <div class="settings">
      <Row id={`${id}l`} label={say('options.language')}>
        <select
          id={`${id}l`}
          value={settings.language}
          onChange={(event) => save({ language: event.currentTarget.value as Settings['language'] })}
        >
          {(['auto', 'zh-CN', 'en'] as const).map((language) => (
            <option key={language} value={language}>
              {say(`options.language.${language}`)}
            </option>
          ))}
        </select>
      </Row>
      <Row id={`${id}s`} label={say('options.salutation')} why={say('options.salutationWhy')}>
        <input
          id={`${id}s`}
          aria-describedby={`${id}s-why`}
          size={10}
          maxLength={10}
          value={salutation}
          onInput={(event) => setSalutation(event.currentTarget.value)}
          onChange={() => save({ salutation: salutation.trim() })}
        />
      </Row>
      <Row id={`${id}h`} label={say('options.holdAt')} why={say('options.holdAtWhy')}>
        <select
          id={`${id}h`}
          aria-describedby={`${id}h-why`}
          value={settings.holdAt}
          onChange={(event) => save({ holdAt: event.currentTarget.value as Settings['holdAt'] })}
        >
          {(['block', 'warn', 'hint', 'never'] as const).map((level) => (
            <option key={level} value={level}>
              {say(`options.holdAt.${level}`)}
            </option>
          ))}
        </select>
      </Row>
      <Row id={`${id}w`} label={say('options.waiterKey')} why={say('options.waiterKeyWhy')}>
        <KeyField
          id={`${id}w`}
          chord={settings.waiterKey}
          owners={owners}
          save={(waiterKey) => save({ waiterKey })}
        />
      </Row>
      <Row id={`${id}k`} label={say('options.keepText')} why={say('options.keepTextWhy')}>
        <input
          id={`${id}k`}
          type="checkbox"
          role="switch"
          aria-checked={settings.keepText}
          aria-describedby={`${id}k-why`}
          checked={settings.keepText}
          onChange={(event) => save({ keepText: event.currentTarget.checked })}
        />
      </Row>
      <Row id={`${id}r`} label={say('options.keepRaw')} why={say('options.keepRawWhy')}>
        <input
          id={`${id}r`}
          type="checkbox"
          role="switch"
          aria-checked={settings.keepText && settings.keepRaw}
          aria-describedby={`${id}r-why`}
          checked={settings.keepText && settings.keepRaw}
          disabled={!settings.keepText}
          onChange={(event) => save({ keepRaw: event.currentTarget.checked })}
        />
      </Row>
    </div>
  );
}
