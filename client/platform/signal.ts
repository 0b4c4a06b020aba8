import Taro from '@tarojs/taro';

/** How long a tone sounds and how high, for what a scan came to. */
const tones = {
  done: [{ hertz: 1320, ms: 90 }],
  refused: [
    { hertz: 330, ms: 160 },
    { hertz: 262, ms: 240 },
  ],
};

/** Tells hand and ear what a scan came to, for who is not looking: a short pulse and a high tone, or a long and a low one. */
export function signal(outcome: 'done' | 'refused'): void {
  try {
    const vibration = outcome === 'done' ? Taro.vibrateShort({ type: 'medium' }) : Taro.vibrateLong();
    Promise.resolve(vibration).catch(() => undefined);
    sound(tones[outcome]);
  } catch {
    // No vibration or sound on this device; the screen's colour and words remain.
  }
}

let context: AudioContext | null = null;

function sound(notes: { hertz: number; ms: number }[]): void {
  context ??=
    process.env.TARO_ENV === 'weapp'
      ? (Taro.createWebAudioContext() as unknown as AudioContext)
      : new AudioContext();
  let at = context.currentTime;
  for (const note of notes) {
    const oscillator = context.createOscillator();
    const volume = context.createGain();
    oscillator.frequency.value = note.hertz;
    volume.gain.value = 0.25;
    oscillator.connect(volume);
    volume.connect(context.destination);
    oscillator.start(at);
    oscillator.stop(at + note.ms / 1000);
    at += note.ms / 1000 + 0.04;
  }
}
