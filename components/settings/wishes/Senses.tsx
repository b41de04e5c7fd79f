// “Not this sense”: words that the reader took out, each with the way back.
import type { Dismissal } from '../../../lib/settings/schema';
import { say } from '../../../lib/words/words';
import { longDate } from '../../shared/words';

interface SensesProps {
  all: readonly Dismissal[];
  busy: boolean;
  restore(one: Dismissal): void;
}

export function Senses({ all, busy, restore }: SensesProps) {
  return (
    <>
      <h3>{say('Senses that you turned off')}</h3>
      {all.length === 0 ? (
        <p class="dim">
          {say('None. Where a mark means something else, its card has “Not this sense”.')}
        </p>
      ) : (
        <table class="sites">
          <thead class="vh">
            <tr>
              <th scope="col">{say('Words')}</th>
              <th scope="col">{say('Where')}</th>
              <th scope="col">{say('When')}</th>
              <th scope="col">{say('Change')}</th>
            </tr>
          </thead>
          <tbody>
            {all.map((one) => (
              <tr key={`${one.topic} ${one.words} ${one.host}`}>
                <th scope="row" class="src">
                  “{one.words}”
                </th>
                <td>
                  {one.host === null ? say('everywhere') : say('on {site}', { site: one.host })}
                </td>
                <td class="dim">{one.at ? longDate(one.at) : ''}</td>
                <td class="do">
                  <button
                    type="button"
                    class="act"
                    disabled={busy}
                    aria-label={say('Mark again: “{words}”', { words: one.words })}
                    onClick={() => restore(one)}
                  >
                    {say('Mark again')}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
