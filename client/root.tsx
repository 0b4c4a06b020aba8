import { createContext, type ReactNode, useContext } from 'react';
import { BankClock } from './cloud/bankClock';
import { type CallCloud, createCallCloud } from './cloud/callCloud';
import { PendingRequests } from './cloud/pendingRequests';
import { type Send, send } from './cloud/send';
import { TypeSetting } from './frame/typeSetting';

/** A feature's store: it gets the way to the bank and the bank's clock, and nothing else of the app. */
type StoreClass<S> = new (call: CallCloud, clock: BankClock) => S;

/** What lives as long as the app does. A feature's store is made when its first page asks for it. */
export class Root {
  readonly clock = new BankClock();
  readonly pending = new PendingRequests();
  readonly typeSetting = new TypeSetting();
  readonly call: CallCloud;
  private readonly stores = new Map<StoreClass<unknown>, unknown>();

  /** @param carry how events reach the functions; tests pass their own. */
  constructor(carry: Send = send) {
    this.call = createCallCloud({ send: carry, clock: this.clock, pending: this.pending });
  }

  /** The one store of its class. */
  store<S>(Store: StoreClass<S>): S {
    let store = this.stores.get(Store) as S | undefined;
    if (!store) {
      store = new Store(this.call, this.clock);
      this.stores.set(Store, store);
    }
    return store;
  }
}

const RootContext = createContext<Root | null>(null);

export function RootProvider({ root, children }: { root: Root; children: ReactNode }) {
  return <RootContext.Provider value={root}>{children}</RootContext.Provider>;
}

export function useRoot(): Root {
  const root = useContext(RootContext);
  if (!root) throw new Error('useRoot outside of RootProvider');
  return root;
}

/** A feature's store, shared by its pages: `const store = useStore(PassbookStore)`. */
export function useStore<S>(Store: StoreClass<S>): S {
  return useRoot().store(Store);
}
