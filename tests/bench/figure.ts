import { performance } from 'node:perf_hooks';
import type { Invocation } from '../../localcloud/invocations/functionRuntime';

/** What a benchmark measured. */
export interface Figure {
  what: string;
  /** A time as `1234 ms`, or a rate as `56 a second`. */
  took: string;
  /** What it is meant to stay within; null where there is no promise. */
  goal: string | null;
  isWithinGoal: boolean;
  databaseRequests: number | null;
  /** Aggregations' included. */
  documentsExamined: number | null;
}

/** One thing that is measured: sets itself up, measures, cleans up. */
export type Benchmark = () => Promise<Figure[]>;

/** Times one invocation. @param goal the milliseconds that it should take at most */
export async function timeInvocation<T>(
  what: string,
  goal: number | null,
  invoke: () => Promise<Invocation<T>>,
): Promise<Figure & { result: T }> {
  const begun = performance.now();
  const { result, databaseRequests, documentsExamined, aggregateExamined } = await invoke();
  return {
    ...time(what, goal, performance.now() - begun),
    databaseRequests,
    documentsExamined: documentsExamined + aggregateExamined,
    result,
  };
}

/** A figure of a time alone. */
export function time(what: string, goal: number | null, milliseconds: number): Figure {
  return {
    what,
    took: `${Math.round(milliseconds)} ms`,
    goal: goal === null ? null : `${goal} ms`,
    isWithinGoal: goal === null || milliseconds <= goal,
    databaseRequests: null,
    documentsExamined: null,
  };
}

/** Figures as a table in Markdown, as it stands in docs/BENCHMARKS.md. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(({ what, took, goal, databaseRequests, documentsExamined }) => [
    what,
    took,
    goal ?? '',
    String(databaseRequests ?? ''),
    String(documentsExamined ?? ''),
  ]);
  const head = ['what', 'took', 'goal', 'database requests', 'documents examined'];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
