// Your organisation: what its IT department has set for this browser, and what of it could not be used.
import type { Feature, Policy } from '../../lib/settings/views';
import { counted, say } from '../../lib/words/words';
import type { SubscriptionDoors } from './evidence/doors';
import type { WishDoors } from './wishes/doors';
import { LockedBy, useWishes, type Wishes, WishPage } from './wishes/state';

interface OrganisationProps {
  doors: WishDoors;
  subscriptions: Pick<SubscriptionDoors, 'subscribe'>;
}

export function OrganisationPage({ doors, subscriptions }: OrganisationProps) {
  const wishes = useWishes(doors);
  return (
    <WishPage
      title={say('Your organisation')}
      about={say(
        'Organisations can set the extension up for all their computers by a policy of the browser.',
      )}
      wishes={wishes}
      fields={[]}
    >
      {(look) =>
        look.policy.none ? (
          <p>{say('No organisation has set anything for this browser.')}</p>
        ) : (
          <>
            <Managed policy={look.policy} />
            {look.policy.locked.length > 0 && <LockedBy look={look} />}
            <Addresses policy={look.policy} wishes={wishes} subscriptions={subscriptions} />
            <Unused policy={look.policy} />
          </>
        )
      }
    </WishPage>
  );
}

function Managed({ policy }: { policy: Policy }) {
  const { organisation, contact, sites, sitesOff, locked, featuresOff } = policy;
  const rows: readonly (readonly [string, string])[] = [
    [say('Organisation'), organisation ?? say('not named')],
    [say('Whom to ask'), contact ?? say('not named')],
    [say('Sites to be marked'), sites.join(', ')],
    [say('Sites to be left alone'), sitesOff.join(', ')],
    [say('Locked settings'), counted(locked.length, '{count} setting', '{count} settings')],
    [say('Turned off'), featuresOff.map(featureWords).join('; ')],
  ];
  return (
    <dl class="dl">
      {rows
        .filter(([, words]) => words !== '')
        .map(([name, words]) => [<dt key={name}>{name}</dt>, <dd key={`${name} is`}>{words}</dd>])}
    </dl>
  );
}

function featureWords(feature: Feature): string {
  const words: Readonly<Record<Feature, string>> = {
    welcome: say('the first page after installation'),
    'any-site': say('sites that are not on the list'),
    'evidence-files': say('evidence from files'),
    'evidence-addresses': say('evidence from addresses that you type'),
  };
  return words[feature];
}

interface AddressesProps {
  policy: Policy;
  wishes: Wishes;
  subscriptions: OrganisationProps['subscriptions'];
}

function Addresses({ policy, wishes, subscriptions }: AddressesProps) {
  if (policy.evidence.length === 0) return null;
  return (
    <>
      <h3>{say('Evidence of your organisation')}</h3>
      <p>
        {say(
          'Your browser asks before the extension may fetch it. What is found waits under “Evidence”; nothing changes until you say so.',
        )}
      </p>
      <ul>
        {policy.evidence.map(({ title, address }) => (
          <li key={address} class="box">
            <p>
              <b>{title}</b>
              <br />
              <code>{address}</code>
            </p>
            <p class="btns">
              <button
                type="button"
                class="btn"
                disabled={wishes.busy}
                onClick={() =>
                  wishes.run(
                    subscriptions.subscribe(address),
                    say('“{title}” was looked for. What was found is under “Evidence”.', { title }),
                  )
                }
              >
                {say('Allow and look there')}
              </button>
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

function Unused({ policy }: { policy: Policy }) {
  const { unknown, unread } = policy;
  if (unknown.length + unread.length === 0) return null;
  return (
    <div class="box">
      <h3>{say('Parts of the policy that were not used')}</h3>
      {unknown.length > 0 && (
        <p>{say('Not known to this version: {keys}.', { keys: unknown.join(', ') })}</p>
      )}
      {unread.length > 0 && (
        <p>{say('Not in the form that is needed: {keys}.', { keys: unread.join(', ') })}</p>
      )}
      <p class="sm dim">{say('All other parts hold. Your IT department can mend these.')}</p>
    </div>
  );
}
