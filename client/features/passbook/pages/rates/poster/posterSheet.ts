/** A4 upright, in pixels: sharp enough on a printer, small enough for a phone's memory. */
export const POSTER = { width: 1080, height: 1528 } as const;
export const MARGIN = 84;

/** tokens.scss has them too, where a canvas cannot reach. */
export const colours = {
  vermilion: '#a3231f',
  vermilionDeep: '#7d1714',
  gold: '#e3b95f',
  goldSoft: '#f3dfae',
  paper: '#fbf6e9',
  rule: '#d9cdb4',
  ink: '#22303c',
  inkSoft: '#56626b',
} as const;
