import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Section } from '../../components/desk/view.ts';
import type { NoticeView } from '../../components/ui/Notice.tsx';
import { Skeleton } from '../../components/ui/Skeleton.tsx';
import type { DeskCatalogue } from '../../core/desk.ts';
import type { DeskData } from './use-day.ts';

export interface SectionProps {
  readonly data: DeskData;
  readonly catalogue: DeskCatalogue;
  readonly person: string | null;
  readonly say: (notice: NoticeView) => void;
  /** To another section; for cases the conversation whose case is to be shown at once. */
  readonly go: (section: Section, conversation?: string) => void;
  readonly opening: string | null;
}

/** Sections are files of their own: the day opens without charts, tables and readers of workbooks. */
const SECTIONS: Readonly<Record<Exclude<Section, 'day'>, () => Promise<ComponentType<SectionProps>>>> = {
  backup: async () => (await import('./BackupSection.tsx')).BackupSection,
  calendar: async () => (await import('./CalendarSection.tsx')).CalendarSection,
  cases: async () => (await import('./CasesSection.tsx')).CasesSection,
  figures: async () => (await import('./FiguresSection.tsx')).FiguresSection,
  roster: async () => (await import('./RosterSection.tsx')).RosterSection,
};

/** Draws a section once its file is there. */
export function SectionPart({ section, ...props }: SectionProps & { section: Section }) {
  const [shown, setShown] = useState<{ section: Section; Part: ComponentType<SectionProps> } | null>(null);
  useEffect(() => {
    if (section === 'day') return;
    let stale = false;
    void SECTIONS[section]().then((Part) => {
      if (!stale) setShown({ section, Part });
    });
    return () => {
      stale = true;
    };
  }, [section]);
  if (shown?.section !== section) return <Skeleton />;
  return <shown.Part {...props} />;
}
