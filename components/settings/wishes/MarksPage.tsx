// Marks: how they look, which topics are marked, and words that are not to be.
import { say } from '../../../lib/words/words';
import type { WishDoors } from './doors';
import { Senses } from './Senses';
import { Choice, Group, useWishes, WishPage } from './state';
import { Topics } from './Topics';

export function MarksPage({ doors }: { doors: WishDoors }) {
  const wishes = useWishes(doors);
  return (
    <WishPage
      title={say('Marks')}
      about={say('Changes show at once in every page that is open.')}
      wishes={wishes}
      fields={['markStyle', 'tiers', 'markExcluded', 'topicsOff', 'dismissals']}
    >
      {(look) => {
        const { markStyle, tiers, markExcluded, topicsOff, dismissals } = look.settings;
        return (
          <>
            <Group legend={say('How marks look')} field="markStyle" look={look}>
              <Choice
                name="style"
                value={markStyle}
                choose={(style) => wishes.set('markStyle', style)}
                options={[
                  ['both', <span class="look both">{say('Underline and tint')}</span>],
                  ['underline', <span class="look underline">{say('Underline only')}</span>],
                  ['background', <span class="look background">{say('Tint only')}</span>],
                  ['dotted', <span class="look dotted">{say('Dotted underline')}</span>],
                  ['none', say('No marks: the side panel alone lists them')],
                ]}
              />
            </Group>
            <Group legend={say('Topics')} field="tiers" look={look}>
              <Choice
                name="tiers"
                value={tiers.includes(2) ? 'all' : 'main'}
                choose={(which) => wishes.set('tiers', which === 'all' ? [1, 2] : [1])}
                options={[
                  [
                    'main',
                    say('Main topics'),
                    say('The further ones are still counted in the side panel.'),
                  ],
                  [
                    'all',
                    say('Main and further topics'),
                    say('Such as cost and value, or needs assessment: more marks on most pages.'),
                  ],
                ]}
              />
            </Group>
            <Group
              legend={say('Mentions that the text rules out')}
              field="markExcluded"
              look={look}
            >
              <Choice
                name="excluded"
                value={markExcluded ? 'yes' : 'no'}
                choose={(yes) => wishes.set('markExcluded', yes === 'yes')}
                options={[
                  ['yes', <span class="look excluded">{say('Marked, with a dashed line')}</span>],
                  ['no', say('Not marked')],
                ]}
              />
            </Group>
            <Group legend={say('Topics one by one')} field="topicsOff" look={look}>
              <Topics
                doors={doors}
                off={topicsOff}
                change={(off) => wishes.set('topicsOff', [...off])}
              />
            </Group>
            <Senses
              all={dismissals}
              busy={wishes.busy}
              restore={(one) =>
                wishes.run(
                  doors.restoreSense(one),
                  say('“{words}” is marked again.', { words: one.words }),
                  () => doors.dismissSense(one),
                )
              }
            />
          </>
        );
      }}
    </WishPage>
  );
}
