export { startLocalCloud, type LocalCloud, type LocalCloudOptions } from './startLocalCloud';
export { BankStartError, type BankStartErrorCode } from './bankStartError';
export type { CollectionDefinition, IndexDefinition } from './database/collectionDefinition';
export type { CollectionReader, Database } from './database/database';
export type { FaultKind, FaultRequest, FaultRule, Faults } from './faults';
export type { DemoPerson } from './http/demoLogin';
export type { Invocation } from './invocations/functionRuntime';
export { InvocationError, type InvocationErrorCode } from './invocations/invocationError';
export type { Outbox, OutboxMessage } from './openapi/outbox';
