import type { Case } from '../../core/cases.ts';
import type { DeskDoing } from '../../core/desk.ts';
import type { Flow } from '../../core/flows/flow.ts';
import { isThrough, type NodeState, nodesOf } from '../../core/flows/run.ts';
import { type CaseUi, entriesOf, shortTime, titleOf } from './view.ts';

/** 流程: the nodes of the case's flow as a checklist, with who, by when, and what was late. */
export function FlowPart({ one, ui }: { one: Case; ui: CaseUi }) {
  const flow = ui.catalogue.flows.find(({ id }) => id === one.flow?.flow);
  return (
    <details class="flow" open={one.flow !== null}>
      <summary>
        {ui.say('flow.name')}
        {flow && ` · ${titleOf(flow, ui)}`}
      </summary>
      {flow && one.flow ? (
        <Nodes one={one} nodes={nodesOf(flow, one.flow, ui.now, ui.timeZone)} flow={flow} ui={ui} />
      ) : (
        <Start one={one} ui={ui} />
      )}
    </details>
  );
}

function Start({ one, ui }: { one: Case; ui: CaseUi }) {
  const { say } = ui;
  const flows = ui.catalogue.flows.filter(({ scope }) => scope === 'case');
  const fits = (flow: Flow) => flow.categories.includes(one.category);
  // Those that the class suggests stand first; all others can be had.
  const offered = [...flows.filter(fits), ...flows.filter((flow) => !fits(flow))];
  const start = (event: SubmitEvent) => {
    event.preventDefault();
    const [flow = '', variant] = (entriesOf(event.currentTarget as HTMLFormElement).flow ?? '').split('/');
    const acts: DeskDoing[] = [{ kind: 'case-flow', case: one.id, flow, variant: variant ?? null }];
    ui.on({ kind: 'act', acts, said: { key: 'note.kept' } }, event);
  };
  return (
    <form class="row acts" onSubmit={start}>
      <select name="flow" aria-label={say('flow.name')}>
        {offered.map((flow) =>
          flow.variants.length === 0 ? (
            <option key={flow.id} value={flow.id}>
              {titleOf(flow, ui)}
            </option>
          ) : (
            <optgroup key={flow.id} label={titleOf(flow, ui)}>
              {flow.variants.map((variant) => (
                <option key={variant.id} value={`${flow.id}/${variant.id}`}>
                  {titleOf(variant, ui)}
                </option>
              ))}
            </optgroup>
          ),
        )}
      </select>
      <button type="submit" class="plain">
        {say('flow.start')}
      </button>
    </form>
  );
}

function Nodes({ one, nodes, flow, ui }: { one: Case; nodes: readonly NodeState[]; flow: Flow; ui: CaseUi }) {
  const { say } = ui;
  const variant = flow.variants.find(({ id }) => id === one.flow?.variant);
  const act = (node: string, done: boolean, choice: string | null, event: Event) =>
    ui.on(
      {
        kind: 'act',
        acts: [{ kind: 'case-node', case: one.id, node, done, choice }],
        said: { key: 'note.kept' },
      },
      event,
    );
  return (
    <>
      {variant && (
        <p class="note">
          {titleOf(variant, ui)}：{variant.handling}
        </p>
      )}
      <ol class="nodes">
        {nodes.map(({ node, state, done, due, late }) => (
          <li key={node.id} class={`${state} ${late ? 'late' : ''}`}>
            <span>
              <b>{titleOf(node, ui)}</b> <small>{say(`role.${node.role}`)}</small>{' '}
              {late && <b class="trouble">{say('case.late')}</b>}{' '}
              <small>
                {done
                  ? `${done.person ?? ''} ${shortTime(done.at, ui)}`
                  : due !== null && say('flow.due', { time: shortTime(due, ui) })}
              </small>
            </span>
            {state === 'current' && <p class="note">{node.does}</p>}
            {state === 'current' && (
              <span class="row acts">
                {(node.choices ?? [{ id: null, title: say('follow.kept'), titleEn: say('follow.kept') }]).map(
                  (choice) => (
                    <button
                      key={choice.id}
                      type="button"
                      class="plain done"
                      onClick={(event) => act(node.id, true, choice.id, event)}
                    >
                      {titleOf(choice, ui)}
                    </button>
                  ),
                )}
              </span>
            )}
            {state === 'done' && (
              <button type="button" class="link" onClick={(event) => act(node.id, false, null, event)}>
                {say('flow.undo')}
              </button>
            )}
          </li>
        ))}
      </ol>
      {isThrough(nodes) && <p class="note">{say('flow.through')}</p>}
    </>
  );
}
