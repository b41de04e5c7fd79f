// Whose work a cell is about, as the matrix itself advises: columns A and B for practitioners, C and D for managers, E for commissioners.
import type { Level } from '../../lib/evidence/model';
import type { Role } from '../../lib/settings/schema';

export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  everyone: 'Everyone',
  commissioner: 'Commissioner',
  manager: 'Manager',
  practitioner: 'Practitioner',
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

/** What the choice does, said on the map. */
export const ROLE_SAYS: Readonly<Record<Role, string>> = {
  everyone: 'All cells stand alike, as researchers want them.',
  commissioner:
    'For commissioners the matrix suggests starting in column E. The other columns are dimmed; nothing is hidden.',
  manager:
    'For managers the matrix suggests columns C and D. The other columns are dimmed; nothing is hidden.',
  practitioner:
    'For practitioners the matrix suggests columns A and B. The other columns are dimmed; nothing is hidden.',
};
