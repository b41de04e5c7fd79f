// Whose work comes first.
import { Role } from '../../../lib/settings/schema';
import { say } from '../../../lib/words/words';
import { ROLE_SAYS, ROLE_WORDS } from '../../matrix/role';
import type { WishDoors } from './doors';
import { Choice, Group, useWishes, WishPage } from './state';

export function RolePage({ doors }: { doors: WishDoors }) {
  const wishes = useWishes(doors);
  return (
    <WishPage
      title={say('Role')}
      about={say('Which columns of the treatment matrix are shown first. Nothing is hidden.')}
      wishes={wishes}
      fields={['role']}
    >
      {(look) => (
        <Group legend={say('Your work')} field="role" look={look}>
          <Choice
            name="role"
            value={look.settings.role}
            choose={(role) => wishes.set('role', role)}
            options={Role.options.map((role) => [
              role,
              say(ROLE_WORDS[role]),
              say(ROLE_SAYS[role]),
            ])}
          />
        </Group>
      )}
    </WishPage>
  );
}
