// Main topics that the page does not name, for whose work they are. Absent words are not always an absent service.
import type { TopicHead } from '../../lib/evidence/views';
import type { Role } from '../../lib/settings/schema';
import { counted, say } from '../../lib/words/words';
import { OwnLink } from '../card/OwnLink';
import { ROLE_WORDS } from '../matrix/role';
import { english } from '../shared/english';
import { cellCode, MATRIX_WORDS } from '../shared/words';

interface MissingProps {
  main: readonly TopicHead[];
  missing: readonly TopicHead[];
  role: Role;
  onRole(role: Role): void;
}

/** Said where a page names them all. */
const ALL_NAMED: Readonly<Record<Role, (n: number) => string>> = {
  everyone: (n) =>
    counted(
      n,
      'All {count} main topics are named on this page.',
      'All {count} main topics are named on this page.',
    ),
  commissioner: (n) =>
    counted(
      n,
      'All {count} main topics in column E, the commissioner’s are named on this page.',
      'All {count} main topics in column E, the commissioner’s are named on this page.',
    ),
  manager: (n) =>
    counted(
      n,
      'All {count} main topics in columns C and D, the manager’s are named on this page.',
      'All {count} main topics in columns C and D, the manager’s are named on this page.',
    ),
  practitioner: (n) =>
    counted(
      n,
      'All {count} main topics in columns A and B, the practitioner’s are named on this page.',
      'All {count} main topics in columns A and B, the practitioner’s are named on this page.',
    ),
};

/** Said where some are missing: `n` of `all`. */
const NOT_NAMED: Readonly<Record<Role, (n: number, all: number) => string>> = {
  everyone: (n, all) =>
    counted(
      n,
      '{count} topic not named here, of the {all} main topics.',
      '{count} topics not named here, of the {all} main topics.',
      { all },
    ),
  commissioner: (n, all) =>
    counted(
      n,
      '{count} topic not named here, of the {all} main topics in column E, the commissioner’s.',
      '{count} topics not named here, of the {all} main topics in column E, the commissioner’s.',
      { all },
    ),
  manager: (n, all) =>
    counted(
      n,
      '{count} topic not named here, of the {all} main topics in columns C and D, the manager’s.',
      '{count} topics not named here, of the {all} main topics in columns C and D, the manager’s.',
      { all },
    ),
  practitioner: (n, all) =>
    counted(
      n,
      '{count} topic not named here, of the {all} main topics in columns A and B, the practitioner’s.',
      '{count} topics not named here, of the {all} main topics in columns A and B, the practitioner’s.',
      { all },
    ),
};

const ROLES = Object.keys(ROLE_WORDS) as Role[];

export function Missing({ main, missing, role, onRole }: MissingProps) {
  return (
    <>
      <div class="sec sm">
        <p>
          {missing.length === 0
            ? ALL_NAMED[role](main.length)
            : NOT_NAMED[role](missing.length, main.length)}
        </p>
        <p class="dim">{say('Absent words are not always an absent service.')}</p>
        <label class="whose">
          {say('Topics that matter to')}{' '}
          <select
            class="field"
            value={role}
            onChange={(event) => {
              const chosen = ROLES.find((one) => one === event.currentTarget.value);
              if (chosen) onRole(chosen);
            }}
          >
            {ROLES.map((one) => (
              <option key={one} value={one} selected={one === role}>
                {say(ROLE_WORDS[one])}
              </option>
            ))}
          </select>
        </label>
      </div>
      <ul>
        {missing.map((topic) => (
          <li key={topic.id}>
            <OwnLink class="topic" path={`/topic/${topic.id}`}>
              <b {...english()}>{topic.label}</b>
              <span class="num">{codes(topic.cells)}</span>
            </OwnLink>
          </li>
        ))}
      </ul>
    </>
  );
}

/** "Drug E4, A4": the matrix is said once for its cells; both have the same code more often than not. */
function codes(cells: readonly string[]): string {
  const known = cells.map(cellCode).filter((cell) => cell !== null);
  return (['drug', 'alcohol'] as const)
    .map((matrix) => {
      const own = known.filter((cell) => cell.matrix === matrix).map(({ code }) => code);
      return own.length > 0 ? `${say(MATRIX_WORDS[matrix])} ${own.join(', ')}` : '';
    })
    .filter(Boolean)
    .join(' · ');
}
