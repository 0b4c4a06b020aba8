/** The colours that are drawn into images, where a class cannot reach. The rest is in tokens.scss. */
export const colours = {
  vermilion: '#a3231f',
  ink: '#22303c',
  inkSoft: '#56626b',
  credited: '#1c7549',
  waiting: '#8a5800',
  white: '#ffffff',
} as const;
