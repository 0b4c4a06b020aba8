import fc from 'fast-check';

// A mutant that breaks a law breaks it for most inputs; a hundred runs against each of two thousand take hours.
fc.configureGlobal({ numRuns: 20 });
