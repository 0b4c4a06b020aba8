import type { ActionName, FunctionName, Input } from '../../types/routes';
import type { Laboratory } from './everyAction';
import type { TestPerson } from './testBank';

/** One thing to be done by somebody, and how often it has been done so far: 0 or 1, if the bank keeps its word. */
export interface Deed {
  by: TestPerson | 'clock';
  name: FunctionName | 'clock';
  action: string;
  input: unknown;
  effects(): number;
}

/** Brings the bank to where the deed can be done. */
export type Prepare = (lab: Laboratory) => Promise<Deed>;

export function deed<F extends FunctionName, A extends ActionName<F>>(
  by: TestPerson,
  name: F,
  action: A,
  input: Input<F, A>,
  effects: () => number,
): Deed {
  return { by, name, action, input, effects };
}

/** What happened so long ago. */
export async function before<T>(lab: Laboratory, ago: number, happened: () => Promise<T>): Promise<T> {
  const { bank } = lab.branch;
  bank.now -= ago;
  const outcome = await happened();
  bank.now += ago;
  return outcome;
}
