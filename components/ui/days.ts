/** Local days from … to …, both counted (YYYY-MM-DD). */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

/** Local midnight at the start of a day (YYYY-MM-DD), `plus` days later. */
function midnight(day: string, plus: number): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + plus).getTime();
}

/** The half-open span of wall time of a range of days. */
export const spanOf = ({ from, to }: DayRange): { readonly from: number; readonly to: number } => ({
  from: midnight(from, 0),
  to: midnight(to, 1),
});
