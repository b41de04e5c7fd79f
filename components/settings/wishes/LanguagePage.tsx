// The language of the extension's own words.
import { say } from '../../../lib/words/words';
import type { WishDoors } from './doors';
import { Choice, Group, useWishes, WishPage } from './state';

export function LanguagePage({ doors }: { doors: WishDoors }) {
  const wishes = useWishes(doors);
  return (
    <WishPage
      title={say('Language')}
      about={say(
        'Of the extension’s own words. Pages, titles of documents and summaries of the evidence stay in the language in which they were written.',
      )}
      wishes={wishes}
      fields={['language']}
    >
      {(look) => (
        <Group legend={say('Language')} field="language" look={look}>
          <Choice
            name="language"
            value={look.settings.language}
            choose={(language) => wishes.set('language', language)}
            options={[
              ['en', <span lang="en">English</span>],
              ['cy', <span lang="cy">Cymraeg</span>],
            ]}
          />
        </Group>
      )}
    </WishPage>
  );
}
