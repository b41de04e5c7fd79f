// What the page of evidence sources says while something long goes on, after it, and where a file was refused.
import type { PackFailure, Progress } from '../../../lib/evidence/packs/model';
import type { Busy, Done, Refused } from './sources-state';

const STEPS: Readonly<Record<Progress['step'], string>> = {
  reading: 'reading the file',
  checking: 'checking every line',
  comparing: 'comparing it with what is held',
  writing: 'writing it',
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
        {words}…{progress && ` ${STEPS[progress.step]}`}
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
      <p class="sm dim">What is held stays in use until all of it is there.</p>
      {cancel && (
        <p class="btns">
          <button type="button" class="btn" onClick={cancel}>
            Stop
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
          Undo
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
    <section class="box" aria-label="Not used">
      <p role="alert">
        <b>This was not used: {name}</b>
      </p>
      <p class="sm">{failure.reason}</p>
      {problems.length > 1 && (
        <details>
          <summary class="sm">All places at fault that were named ({problems.length})</summary>
          <ul class="dashes sm">
            {problems.map((problem) => (
              <li key={`${problem.line} ${problem.path} ${problem.reason}`}>
                {placeWords(problem)}: {problem.reason}
              </li>
            ))}
          </ul>
        </details>
      )}
      {problems.length > 0 && (
        <p class="sm dim">
          Send these lines to whoever made the file. When it is mended, choose it again below.
        </p>
      )}
    </section>
  );
}

function placeWords({ line, path }: NonNullable<PackFailure['problems']>[number]): string {
  const place = path === '' ? 'the file' : `“${path}”`;
  return line === null ? place : `Line ${line}, ${place}`;
}
