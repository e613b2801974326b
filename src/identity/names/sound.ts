/** How names sound: the only file that knows the package for it. */
import { doubleMetaphone } from 'double-metaphone';

/**
 * A key that names that sound alike share (Philips 2000, "The double metaphone search algorithm").
 * @param name folded
 * @returns the first of its two keys; '' for what has no sound, such as digits
 */
export function soundOf(name: string): string {
  return doubleMetaphone(name)[0];
}
