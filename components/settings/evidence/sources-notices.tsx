// What the page of evidence sources says while something long goes on, after it, and where a file was refused.
import type { PackFailure, Progress } from '../../../lib/evidence/packs/model';
import { phrase, say } from '../../../lib/words/words';
import type { Busy, Done, Refused } from './sources-state';

const STEPS: Readonly<Record<Progress['step'], string>> = {
  reading: phrase('reading the file'),
  checking: phrase('checking every line'),
  comparing: phrase('comparing it with what is held'),
  writing: phrase('writing it'),
};

export function Working({ busy }: { busy: Busy }) {
  const { words, progress, cancel } = busy;
  const percent =
    progress && progress.of > 0
      ? Math.min(100, Math.floor((progress.done / progress.of) * 100))
      : null;
  return (
    <div class="box">
      <p role="status">
        {words}…{progress && ` ${say(STEPS[progress.step])}`}
        {percent !== null && <span class="num">, {percent} %</span>}
      </p>
      <div
        class={percent === null ? 'bar unknown' : 'bar'}
        role="progressbar"
        aria-label={words}
        {...(percent === null
          ? {}
          : { 'aria-valuenow': percent, 'aria-valuemin': 0, 'aria-valuemax': 100 })}
      >
        <i style={percent === null ? {} : { width: `${percent}%` }} />
      </div>
      <p class="sm dim">{say('What is held stays in use until all of it is there.')}</p>
      {cancel && (
        <p class="btns">
          <button type="button" class="btn" onClick={cancel}>
            {say('Stop')}
          </button>
        </p>
      )}
    </div>
  );
}

export function DoneLine({ done }: { done: Done }) {
  return (
    <p role="status" class="done">
      {done.words}{' '}
      {done.undo && (
        <button type="button" class="act" onClick={done.undo}>
          {say('Undo')}
        </button>
      )}
    </p>
  );
}

/** Where the core does not say that nothing changed, this does. */
export function RefusedBox({ refused }: { refused: Refused }) {
  const { name, failure } = refused;
  const problems = failure.problems ?? [];
  return (
    <section class="box" aria-label={say('Not used')}>
      <p role="alert">
        <b>{say('This was not used: {name}', { name })}</b>
      </p>
      <p class="sm">{failure.reason}</p>
      {problems.length > 1 && (
        <details>
          <summary class="sm">
            {say('All places at fault that were named ({count})', { count: problems.length })}
          </summary>
          <ul class="dashes sm">
            {problems.map((problem) => (
              <li key={`${problem.line} ${problem.path} ${problem.reason}`}>
                {problemWords(problem)}
              </li>
            ))}
          </ul>
        </details>
      )}
      {problems.length > 0 && (
        <p class="sm dim">
          {say(
            'Send these lines to whoever made the file. When it is mended, choose it again below.',
          )}
        </p>
      )}
    </section>
  );
}

type Problem = NonNullable<PackFailure['problems']>[number];

function problemWords({ line: at, path, reason }: Problem): string {
  if (at === null)
    return path === ''
      ? say('the file: {reason}', { reason })
      : say('“{path}”: {reason}', { path, reason });
  const line = String(at);
  return path === ''
    ? say('Line {line}, the file: {reason}', { line, reason })
    : say('Line {line}, “{path}”: {reason}', { line, path, reason });
}
