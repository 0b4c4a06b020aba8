import { MINUTE } from './day';

/**
 * The doors open this long before the session: people are checked in from then on, and nobody withdraws any more,
 * since whoever stands at the door must not lose their place in the same moment.
 */
export const EARLY_CHECK_IN = 30 * MINUTE;
