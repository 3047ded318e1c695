/** Lets whatever waits be done before long work goes on. */
export const othersFirst = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
