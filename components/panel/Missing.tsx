// Main topics that the page does not name, for whose work they are. Absent words are not always an absent service.
import type { TopicHead } from '../../lib/evidence/views';
import type { Role } from '../../lib/settings/schema';
import { OwnLink } from '../card/OwnLink';
import { ROLE_WORDS } from '../matrix/role';
import { cellCode, count, MATRIX_WORDS } from '../shared/words';

interface MissingProps {
  main: readonly TopicHead[];
  missing: readonly TopicHead[];
  role: Role;
  onRole(role: Role): void;
}

const WHOSE: Readonly<Record<Role, string>> = {
  everyone: '',
  commissioner: ' in column E, the commissioner’s',
  manager: ' in columns C and D, the manager’s',
  practitioner: ' in columns A and B, the practitioner’s',
};

const ROLES = Object.keys(ROLE_WORDS) as Role[];

export function Missing({ main, missing, role, onRole }: MissingProps) {
  return (
    <>
      <div class="sec sm">
        <p>
          {missing.length === 0
            ? `All ${main.length} main topics${WHOSE[role]} are named on this page.`
            : `${count(missing.length, 'topic', 'topics')} not named here, of the ${main.length} main topics${WHOSE[role]}.`}
        </p>
        <p class="dim">Absent words are not always an absent service.</p>
        <label class="whose">
          Topics that matter to{' '}
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
                {ROLE_WORDS[one]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <ul>
        {missing.map((topic) => (
          <li key={topic.id}>
            <OwnLink class="topic" path={`/topic/${topic.id}`}>
              <b>{topic.label}</b>
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
      return own.length > 0 ? `${MATRIX_WORDS[matrix]} ${own.join(', ')}` : '';
    })
    .filter(Boolean)
    .join(' · ');
}
