// Whether files opened in the reader page are remembered by name.
import { say } from '../../../lib/words/words';
import type { WishDoors } from '../wishes/doors';
import { FellBack, Group, useWishes } from '../wishes/state';

export function RecentFiles({ doors }: { doors: WishDoors }) {
  const { look, said, set } = useWishes(doors);
  if (!look) return null;
  return (
    <>
      <FellBack fields={['recentFiles']} look={look} />
      <Group legend={say('Names of files opened in the reader')} field="recentFiles" look={look}>
        <label class="opt">
          <input
            type="checkbox"
            checked={look.settings.recentFiles}
            onChange={(event) => set('recentFiles', event.currentTarget.checked)}
          />
          <span>
            {say('Remember the names of files opened in the reader')}
            <span class="sm dim hint">
              {say(
                'The last 20, with the place you were at, on this computer only; not in a backup, and never from a private window. Turning it off clears the list at once.',
              )}
            </span>
          </span>
        </label>
      </Group>
      {said && <p role="alert">{said.words}</p>}
    </>
  );
}
