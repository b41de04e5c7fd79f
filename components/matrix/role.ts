// Whose work a cell is about, as the matrix itself advises: columns A and B for practitioners, C and D for managers, E for commissioners.
import type { Level } from '../../lib/evidence/model';
import type { Role } from '../../lib/settings/schema';
import { phrase } from '../../lib/words/words';

/** To be said where they are shown. */
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  everyone: phrase('Everyone'),
  commissioner: phrase('Commissioner'),
  manager: phrase('Manager'),
  practitioner: phrase('Practitioner'),
};

const LEVELS: Readonly<Record<Role, readonly Level[]>> = {
  everyone: ['A', 'B', 'C', 'D', 'E'],
  commissioner: ['E'],
  manager: ['C', 'D'],
  practitioner: ['A', 'B'],
};

export function isForRole(role: Role, level: string): boolean {
  return LEVELS[role].some((one) => one === level);
}

/** What the choice does, to be said on the map. */
export const ROLE_SAYS: Readonly<Record<Role, string>> = {
  everyone: phrase('All cells stand alike, as researchers want them.'),
  commissioner: phrase(
    'For commissioners the matrix suggests starting in column E. The other columns are dimmed; nothing is hidden.',
  ),
  manager: phrase(
    'For managers the matrix suggests columns C and D. The other columns are dimmed; nothing is hidden.',
  ),
  practitioner: phrase(
    'For practitioners the matrix suggests columns A and B. The other columns are dimmed; nothing is hidden.',
  ),
};

/** Why a cell of the grid is dimmed; '' where none is. */
export const ROLE_DIMS: Readonly<Record<Role, string>> = {
  everyone: '',
  commissioner: phrase('Dimmed: not first for a commissioner.'),
  manager: phrase('Dimmed: not first for a manager.'),
  practitioner: phrase('Dimmed: not first for a practitioner.'),
};
