/** Shows what the person waits for. */
export interface Progress {
  say(line: string): void;
  /** Begins a piece of work. @returns what to call when it is done */
  begin(work: string): () => void;
  /** So much of the work begun last is done, from 0 to 1. */
  tell(share: number): void;
}

const BAR = 20;
const TICK_MS = 1000;

/** On a terminal one line that moves; elsewhere a line when work begins and one when it is done. */
export function showProgress(out: NodeJS.WriteStream): Progress {
  let work = '';
  let share: number | null = null;
  let begunAt = 0;
  const seconds = () => Math.round((Date.now() - begunAt) / 1000);
  const draw = () => {
    const filled = share === null ? 0 : Math.round(share * BAR);
    const bar = share === null ? '' : ` ${'█'.repeat(filled)}${'░'.repeat(BAR - filled)}`;
    out.write(`\r\u001b[K  ${work} …${bar} ${seconds()} 秒`);
  };
  return {
    say: (line) => void out.write(`${line}\n`),
    begin: (name) => {
      [work, share, begunAt] = [name, null, Date.now()];
      if (out.isTTY) draw();
      else out.write(`  ${work} …\n`);
      const timer = out.isTTY ? setInterval(draw, TICK_MS) : undefined;
      timer?.unref();
      return () => {
        clearInterval(timer);
        out.write(`${out.isTTY ? '\r\u001b[K' : ''}  ${work} ✓ ${seconds()} 秒\n`);
      };
    },
    tell: (done) => {
      const before = share ?? 0;
      share = done;
      if (out.isTTY) draw();
      else if (Math.floor(done * 4) > Math.floor(before * 4) && done < 1)
        out.write(`  ${work} … ${Math.round(done * 100)}%\n`);
    },
  };
}
