import { useState } from 'react';
import type { BankClock } from './cloud/bankClock';
import type { CallCloud } from './cloud/callCloud';
import { useRoot } from './root';

/** A store of this page alone, which goes when the page does: a form begins empty each time it is opened. */
export function usePageStore<S>(Store: new (call: CallCloud, clock: BankClock) => S): S {
  const { call, clock } = useRoot();
  return useState(() => new Store(call, clock))[0];
}
