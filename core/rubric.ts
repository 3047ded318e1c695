import type { MetricProfile } from './profile.ts';

/** An assessment table (考核表) as data: what is judged, by how much, and how points are lost. */
export interface Rubric {
  readonly id: string;
  readonly label: string;
  readonly labelEn: string;
  /** The metric profile by which figures from the log are taken. */
  readonly profile: string;
  readonly criteria: readonly Criterion[];
  readonly source: string;
  readonly seenOn: string;
  readonly note?: string;
}

export interface Criterion {
  readonly id: string;
  readonly label: string;
  readonly labelEn: string;
  /** Points that can be had. */
  readonly weight: number;
  readonly measure: Measure;
  readonly scoring: Scoring;
}

/** A number that only a person knows. */
export interface Input {
  readonly id: string;
  readonly label: string;
  readonly labelEn: string;
}

/** Where a criterion's value comes from. */
export type Measure =
  /** The profile's figure: a mean in seconds, or a share in percent. */
  | { readonly kind: 'figure'; readonly figure: 'response-seconds' | 'response-share' }
  /** `part` of `whole` in percent; `ifNone` where the whole is nothing. */
  | { readonly kind: 'rate'; readonly part: Input; readonly whole: Input; readonly ifNone: number }
  | { readonly kind: 'count'; readonly count: Input };

/** How points are lost; never more than there are. */
export type Scoring =
  /**
   * `deduct` points for every full `step` on the wrong side of `target`: what falls short of a step costs nothing.
   * Beyond `zeroBeyond` there are none.
   */
  | {
      readonly kind: 'steps';
      readonly better: 'lower' | 'higher';
      readonly target: number;
      readonly step: number;
      readonly deduct: number;
      readonly zeroBeyond?: number;
    }
  /** `deduct` points for each. */
  | { readonly kind: 'each'; readonly deduct: number };

/** Whether the profile gives the figures that the rubric judges: seconds of a mean, or percent of a share. */
export function fits({ criteria }: Rubric, { measure }: Pick<MetricProfile, 'measure'>): boolean {
  const figures = { mean: 'response-seconds', 'share-within': 'response-share', 'share-left': null } as const;
  const figure = figures[measure];
  return criteria.every((each) => each.measure.kind !== 'figure' || each.measure.figure === figure);
}

/** The inputs that a person enters for a criterion; none where the log knows. */
export function inputsOf({ measure }: Criterion): readonly Input[] {
  switch (measure.kind) {
    case 'figure':
      return [];
    case 'rate':
      return [measure.part, measure.whole];
    case 'count':
      return [measure.count];
  }
}
