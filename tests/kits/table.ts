import { chromiumHands, firefoxHands } from './hands.ts';
import { EDITORS, serveKits } from './serve.ts';
import { tryEditor } from './trial.ts';

const kits = await serveKits();
const [which = 'c', only] = process.argv.slice(2);
const hands = which === 'f' ? await firefoxHands(kits) : await chromiumHands(kits);
try {
  for (const e of only ? only.split(',') : EDITORS) {
    const t = Date.now();
    try {
      const r = await tryEditor(hands, e);
      console.log(
        e,
        Date.now() - t,
        Object.entries(r)
          .map(([k, o]) => (o.ok ? k : `\n      ${k}: ${o.seen}`))
          .join(' '),
      );
    } catch (error) {
      console.log(e, Date.now() - t, 'FAIL', String(error).slice(0, 400));
    }
  }
} finally {
  await hands.close();
  await kits.close();
}
