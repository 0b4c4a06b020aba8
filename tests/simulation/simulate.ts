import { parseArgs } from 'node:util';
import { inProcessHistories } from './inProcessHistories';

const LENGTH = 40;
const USAGE = 'npm run simulate -- --histories 1000 --seed 1 [--length 40] [--outcomes] [--tell]';

/** `npm run simulate`: so many random histories in one process, from one seed on. */
async function simulate(): Promise<void> {
  const { values } = parseArgs({
    options: {
      histories: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
      length: { type: 'string', default: String(LENGTH) },
      outcomes: { type: 'boolean', default: false },
      tell: { type: 'boolean', default: false },
    },
  });
  const [histories, first, length] = [values.histories, values.seed, values.length].map(Number) as [
    number,
    number,
    number,
  ];
  if (![histories, first, length].every(Number.isSafeInteger)) throw new Error(USAGE);
  const tell = values.tell ? (line: string) => console.log(line) : undefined;
  const liveOnce = await inProcessHistories();
  const outcomes = new Map<string, number>();
  let violated = 0;
  const started = Date.now();
  // A promise that nobody keeps ends a process without a word.
  process.exitCode = 1;
  for (let seed = first; seed < first + histories; seed++) {
    const outcome = await liveOnce(seed, length, tell);
    for (const [what, count] of outcome.outcomes) outcomes.set(what, (outcomes.get(what) ?? 0) + count);
    if (outcome.violations.length > 0) {
      violated += 1;
      console.log(outcome.violations.join('\n'));
      console.log(`  replay: npm run simulate -- --histories 1 --seed ${seed} --length ${length} --tell`);
    }
    const done = seed - first + 1;
    if (done % 100 === 0)
      console.log(
        `${done} histories, ${violated} violations, ${((Date.now() - started) / done).toFixed(0)} ms each`,
      );
  }
  if (values.outcomes)
    for (const [what, count] of [...outcomes].sort()) console.log(`${String(count).padStart(7)}  ${what}`);
  console.log(`${histories} histories, ${violated} violations`);
  process.exitCode = violated > 0 ? 1 : 0;
}

void simulate();
