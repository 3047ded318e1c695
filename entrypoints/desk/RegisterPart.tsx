import { useState } from 'preact/hooks';
import { formOf } from '../../components/case/FormPart.tsx';
import { say, spoken } from '../../components/i18n/say.ts';
import { Button } from '../../components/ui/Button.tsx';
import { day } from '../../components/ui/days.ts';
import { download } from '../../components/ui/download.ts';
import { FilePick } from '../../components/ui/FilePick.tsx';
import { count } from '../../components/ui/format.ts';
import type { NoticeView } from '../../components/ui/Notice.tsx';
import type { Case } from '../../core/cases.ts';
import type { DeskCatalogue } from '../../core/desk.ts';
import type { Form } from '../../core/forms/form.ts';
import { call } from '../../messaging/call.ts';
import { csvBlob } from '../../storage/reports/csv.ts';
import { formSheet, readFormTable } from '../../storage/reports/form-table.ts';
import { readTable, TableError } from '../../storage/reports/read-table.ts';
import { xlsxBlob } from '../../storage/reports/xlsx.ts';
import { newActId } from './act-id.ts';

/** Registers (登记表) of all cases: out as XLSX or CSV, and back in after somebody worked on them in a spreadsheet. */
export function RegisterPart({
  cases,
  catalogue,
  say: tell,
  changed,
  failed,
}: {
  cases: readonly Case[];
  catalogue: DeskCatalogue;
  say: (notice: NoticeView) => void;
  changed: () => void;
  failed: (error: unknown) => void;
}) {
  const forms = catalogue.forms.filter(({ categories }) => categories.length > 0);
  const [chosen, setChosen] = useState(forms[0]?.id ?? '');
  const form = forms.find(({ id }) => id === chosen);
  if (!form) return null;

  const save = async (kind: 'xlsx' | 'csv'): Promise<void> => {
    const rows = cases
      .filter((one) => formOf(one, catalogue.forms)?.id === form.id)
      .map(({ id, fields }) => ({ id, values: fields }));
    const sheet = formSheet(form, rows, spoken());
    const file = `${sheet.name}-${day(Date.now()).replaceAll('-', '')}.${kind}`;
    download(kind === 'csv' ? csvBlob(sheet) : await xlsxBlob([sheet]), file);
    tell({ text: say('cases.exported', { file, n: count(rows.length) }), tone: 'fine', undo: false });
  };

  const read = async (file: File): Promise<void> => {
    try {
      const { rows, bad } = await takeIn(form, await readTable(file), cases);
      tell({
        text: say('cases.imported', { n: count(rows), bad: count(bad) }),
        tone: bad > 0 ? 'trouble' : 'fine',
        undo: false,
      });
      changed();
    } catch (error) {
      if (!(error instanceof TableError)) throw error;
      tell({ text: say(`table.${error.code}`), tone: 'trouble', undo: false });
    }
  };

  return (
    <>
      <select
        aria-label={say('cases.register')}
        value={chosen}
        onChange={(event) => setChosen(event.currentTarget.value)}
      >
        {forms.map((each) => (
          <option key={each.id} value={each.id}>
            {spoken() === 'en' ? each.titleEn : each.title}
          </option>
        ))}
      </select>
      <Button onClick={() => void save('xlsx').catch(failed)}>{say('cases.export')} XLSX</Button>
      <Button onClick={() => void save('csv').catch(failed)}>{say('cases.export')} CSV</Button>
      <FilePick accept=".xlsx,.csv" onFiles={([file]) => void read(file).catch(failed)}>
        {say('cases.import')}
      </FilePick>
    </>
  );
}

/** Takes a table over: known cases get what changed, rows without a number are new cases. */
async function takeIn(
  form: Form,
  table: readonly (readonly string[])[],
  cases: readonly Case[],
): Promise<{ rows: number; bad: number }> {
  const { rows, problems } = readFormTable(form, table);
  const known = new Map(cases.map((one) => [one.id, one]));
  let strange = 0;
  for (const { id, values } of rows) {
    const before = known.get(id);
    const acts =
      id === ''
        ? openWith(form, values)
        : before && Object.entries(values).some(([field, value]) => before.fields[field] !== value)
          ? [{ kind: 'case-changed' as const, case: id, fields: values }]
          : [];
    if (id !== '' && !before) strange += 1;
    if (acts.length > 0) await call('desk.act', { id: newActId(), home: null, acts });
  }
  return { rows: rows.length - strange, bad: problems.length + strange };
}

function openWith(form: Form, values: Readonly<Record<string, string>>) {
  const id = newActId();
  return [
    { kind: 'case-opened' as const, case: id, category: form.categories[0] ?? 'order' },
    { kind: 'case-changed' as const, case: id, fields: { ...values, form: form.id } },
  ];
}
