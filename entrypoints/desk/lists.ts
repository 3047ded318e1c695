import type { DayView } from '../../components/desk/view.ts';
import { spoken } from '../../components/i18n/say.ts';
import type { Flow } from '../../core/flows/flow.ts';
import type { Tick } from '../../storage/cases/db.ts';

/** The checklists that an agent fills every day: the manual's opening and closing of a shift and the shop patrol. */
const DAILY = ['shift-start', 'shift-end', 'store-patrol'];

/** The daily checklists with what was ticked last in one filling. */
export function listsOf(flows: readonly Flow[], ticks: readonly Tick[], run: string): DayView['lists'] {
  const last = new Map(
    ticks
      .filter((tick) => tick.run === run)
      .map(({ list, item, done }) => [`${list}/${item}`, done] as const),
  );
  const title = (one: { title: string; titleEn: string }) => (spoken() === 'en' ? one.titleEn : one.title);
  return flows
    .filter(({ id }) => DAILY.includes(id))
    .map((flow) => ({
      flow: flow.id,
      title: title(flow),
      items: flow.nodes.map((node) => ({
        id: node.id,
        title: title(node),
        does: node.does,
        done: last.get(`${flow.id}/${node.id}`) ?? false,
      })),
    }));
}
