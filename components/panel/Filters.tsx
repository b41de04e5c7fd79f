// What is left out of the list: a chosen cell as a chip, and the other choices, folded away until they are wanted.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Level } from '../../lib/evidence/model';
import type { MapView } from '../../lib/evidence/views';
import { counted, say } from '../../lib/words/words';
import { KINDS, MANY_WORDS } from '../matrix/kinds';
import { LEVELS } from '../matrix/MapCell';
import { english } from '../shared/english';
import { type CellCode, cellCode, MATRIX_WORDS } from '../shared/words';
import { choicesOf, isFiltering } from './filter';
import { type Filter, NO_FILTER, STANCE_WORDS, STANCES } from './state';

interface FiltersProps {
  filter: Filter;
  map: MapView;
  /** Topics left, of all that are marked. */
  left: number;
  all: number;
  onFilter(filter: Filter): void;
}

export function Filters({ filter, map, left, all, onFilter }: FiltersProps) {
  const [open, setOpen] = useState(false);
  const cell = filter.cell === null ? null : cellCode(filter.cell);
  const choices = choicesOf(filter);
  return (
    <div class="filters">
      <div class="chips">
        {cell && (
          <span class="chip">
            {cellWords(cell)}
            <button
              type="button"
              class="icon"
              aria-label={say('Show all cells, not {cell} only', { cell: cellWords(cell) })}
              onClick={() => onFilter({ ...filter, cell: null })}
            >
              ×
            </button>
          </span>
        )}
        <button
          type="button"
          class="act"
          aria-expanded={open}
          aria-controls="choices"
          onClick={() => setOpen(!open)}
        >
          {choices > 0 ? say('Filter ({count})', { count: choices }) : say('Filter')}
        </button>
        {isFiltering(filter) && (
          <>
            <span class="sm dim num">
              {counted(all, '{left} of {count} topics', '{left} of {count} topics', { left })}
            </span>
            <button type="button" class="act end" onClick={() => onFilter(NO_FILTER)}>
              {say('Clear')}
            </button>
          </>
        )}
      </div>
      <div id="choices" hidden={!open}>
        {open && <Choices filter={filter} map={map} onFilter={onFilter} />}
      </div>
    </div>
  );
}

/** "Drug E4". */
const cellWords = ({ matrix, code }: CellCode) => `${say(MATRIX_WORDS[matrix])} ${code}`;

function Choices({ filter, map, onFilter }: Pick<FiltersProps, 'filter' | 'map' | 'onFilter'>) {
  const titles = map.matrices[0]?.levels ?? [];
  const levelName = (level: Level) =>
    `${level} ${titles.find(({ code }) => code === level)?.title ?? ''}`.trim();
  return (
    <>
      <label class="sm find">
        <b>{say('Find a topic')}</b>
        <input
          class="field"
          type="search"
          value={filter.text}
          onInput={(event) => onFilter({ ...filter, text: event.currentTarget.value })}
        />
      </label>
      <Boxes
        legend={say('How it is mentioned')}
        options={STANCES}
        chosen={filter.stances}
        words={(stance) => say(STANCE_WORDS[stance])}
        onChoose={(stances) => onFilter({ ...filter, stances })}
      />
      <Boxes
        legend={say('Has evidence of this kind')}
        options={KINDS}
        chosen={filter.kinds}
        words={(kind) => say(MANY_WORDS[kind])}
        onChoose={(kinds) => onFilter({ ...filter, kinds })}
      />
      <Boxes
        legend={say('Level of the matrix')}
        options={LEVELS}
        wide
        chosen={filter.levels}
        words={(level) => <span {...english()}>{levelName(level)}</span>}
        onChoose={(levels) => onFilter({ ...filter, levels })}
      />
    </>
  );
}

interface BoxesProps<T extends string> {
  legend: string;
  options: readonly T[];
  chosen: readonly T[];
  /** Its words need a wide column. */
  wide?: boolean;
  words(option: T): ComponentChildren;
  onChoose(chosen: T[]): void;
}

function Boxes<T extends string>(props: BoxesProps<T>) {
  const { legend, options, chosen, wide = false, words, onChoose } = props;
  return (
    <fieldset class={wide ? 'sm wide' : 'sm'}>
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option} class="opt">
          <input
            type="checkbox"
            checked={chosen.includes(option)}
            onChange={(event) => {
              const on = event.currentTarget.checked;
              onChoose(options.filter((one) => (one === option ? on : chosen.includes(one))));
            }}
          />
          {words(option)}
        </label>
      ))}
    </fieldset>
  );
}
