// Ways for evidence to come in, as far as the organisation has left them open.
import type { PackRoom } from '../evidence/packs/model';
import type { Feature, Policy } from '../settings/policy';
import { say } from '../words/words';
import type { SubscriptionWork } from './subscriptions';

/** `policy` gives what was last read of it: a permission must be asked for at once when the reader clicks. */
export function guardedReview(
  review: PackRoom['review'],
  policy: () => Policy,
): PackRoom['review'] {
  return async (input, watch) =>
    input.kind === 'file' && isOff(policy(), 'evidence-files')
      ? {
          ok: false,
          code: 'refused',
          reason: say('{who} has turned off evidence from files. Nothing was changed.', {
            who: whoIn(policy()),
          }),
        }
      : review(input, watch);
}

/** Addresses that the organisation itself names stay open. */
export function guardedSubscriptions(
  work: SubscriptionWork,
  policy: () => Policy,
): SubscriptionWork {
  return {
    ...work,
    subscribe: (url) =>
      isOff(policy(), 'evidence-addresses') &&
      !policy().evidence.some(({ address }) => address === url)
        ? Promise.resolve({
            ok: false as const,
            reason: say(
              '{who} has turned off evidence from addresses other than its own. Nothing was asked.',
              { who: whoIn(policy()) },
            ),
          })
        : work.subscribe(url),
  };
}

const isOff = (policy: Policy, feature: Feature) => policy.featuresOff.includes(feature);
const whoIn = ({ organisation }: Policy) => organisation ?? say('Your organisation');
