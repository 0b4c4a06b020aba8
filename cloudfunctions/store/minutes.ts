import type { Minutes, Photo } from '../../types/entities';
import { Documents } from './collection';

const minutes = new Documents<Minutes>('minutes');
const photos = new Documents<Photo>('photos');

export function getMinutes(minutesId: string): Promise<Minutes | null> {
  return minutes.get(minutesId);
}

export function claimMinutes(record: Minutes) {
  return minutes.claim(record);
}

/** Moves minutes on, if they are still in the state in which they were read. */
export function moveMinutes(record: Minutes, to: Partial<Minutes>): Promise<boolean> {
  return minutes.move(record, to);
}

/** All minutes of a proposal, oldest first. */
export function minutesOf(proposalId: string): Promise<Minutes[]> {
  return minutes.find({ proposalId }, ['entered.at', 'asc'], 50);
}

export function getPhoto(photoId: string): Promise<Photo | null> {
  return photos.get(photoId);
}

export function claimPhoto(photo: Photo) {
  return photos.claim(photo);
}
