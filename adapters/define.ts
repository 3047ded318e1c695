/** The adapter's form is the log's kin, not the page's: packs and the database carry adapters too (`core/adapter`). */
export type * from '../core/adapter.ts';
