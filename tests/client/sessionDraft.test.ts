import { draftErrors, endsNextDay, firstDraft, spanOf } from '../../client/features/desk/sessionDraft';
import { dayOf, HOUR, MINUTE } from '../../types/day';

/** Ten in the morning in Shanghai. */
const NOW = Date.UTC(2026, 10, 20, 2);

it('proposes the next full hours, by the clock of Shanghai', () => {
  const { startsAt, endsAt } = spanOf(firstDraft(NOW + 10 * MINUTE));
  expect(startsAt).toBe(NOW + HOUR);
  expect(endsAt).toBe(NOW + 3 * HOUR);
});

it('proposes tomorrow morning when the day is over', () => {
  expect(firstDraft(NOW + 11 * HOUR)).toMatchObject({ day: '2026-11-21', from: '09:00', until: '11:00' });
  expect(dayOf(NOW + 11 * HOUR)).toBe('2026-11-20');
});

it('wants a place, and a time that is yet to come and long enough', () => {
  const draft = { ...firstDraft(NOW), place: '小区南门' };
  expect(draftErrors(draft, NOW)).toEqual({});
  expect(draftErrors({ ...draft, place: ' ' }, NOW)).toHaveProperty('place');
  expect(draftErrors({ ...draft, day: '2026-11-19' }, NOW)).toHaveProperty('day');
  expect(draftErrors({ ...draft, until: draft.from }, NOW)).toHaveProperty('until');
  expect(draftErrors({ ...draft, from: '08:00', until: '09:00' }, NOW)).toHaveProperty('until');
});

it('takes an end before the beginning for one of the next day', () => {
  const draft = { ...firstDraft(NOW), place: '小区南门', from: '22:00', until: '01:00' };
  expect(draftErrors(draft, NOW)).toEqual({});
  const { startsAt, endsAt } = spanOf(draft);
  expect(startsAt).toBe(NOW + 12 * HOUR);
  expect(endsAt).toBe(NOW + 15 * HOUR);
  expect(endsNextDay(draft)).toBe(true);
  expect(endsNextDay({ from: '22:00', until: '22:00' })).toBe(false);
});
