// Whose work is shown first: a choice that stays on this computer.
import type { Role } from '../../lib/settings/schema';
import { say } from '../../lib/words/words';
import type { Context } from './context';
import { ROLE_WORDS } from './role';

const ROLES = Object.keys(ROLE_WORDS) as Role[];

export function RoleChoice({ context }: { context: Context }) {
  return (
    <fieldset class="seg role">
      <legend class="vh">{say('Show what matters to')}</legend>
      {ROLES.map((role) => (
        <button
          key={role}
          type="button"
          aria-pressed={context.role === role}
          onClick={() => context.setRole(role)}
        >
          {say(ROLE_WORDS[role])}
        </button>
      ))}
    </fieldset>
  );
}
