// Files chosen with the browser's dialog or dropped on the page.
import { useEffect, useId, useRef, useState } from 'preact/hooks';

interface FileDropProps {
  label: string;
  /** What may be chosen, said under the button. */
  hint: string;
  /** File name endings for the dialog: `.txt,.html`. */
  accept: string;
  multiple?: boolean;
  disabled?: boolean;
  onFiles(files: readonly File[]): void;
}

export function FileDrop(props: FileDropProps) {
  const { label, hint, accept, multiple = false, disabled = false, onFiles } = props;
  const [over, setOver] = useState(false);
  const zone = useRef<HTMLDivElement>(null);
  const id = useId();
  const take = (list: FileList | null | undefined) => {
    const files = [...(list ?? [])];
    if (files.length > 0 && !disabled) onFiles(multiple ? files : files.slice(0, 1));
  };
  useEffect(() => {
    const element = zone.current;
    if (!element) return;
    const stop = new AbortController();
    const on = (name: 'dragover' | 'dragleave' | 'drop', does: (event: DragEvent) => void) =>
      element.addEventListener(
        name,
        (event) => {
          event.preventDefault();
          does(event);
        },
        stop,
      );
    on('dragover', () => setOver(true));
    on('dragleave', () => setOver(false));
    on('drop', (event) => {
      setOver(false);
      take(event.dataTransfer?.files);
    });
    return () => stop.abort();
  });
  return (
    <div ref={zone} class={over ? 'drop over' : 'drop'}>
      <input
        id={id}
        class="vh"
        type="file"
        accept={accept}
        multiple={multiple}
        disabled={disabled}
        onChange={(event) => {
          take(event.currentTarget.files);
          // The same file may be chosen again after it was mended.
          event.currentTarget.value = '';
        }}
      />
      <label class={disabled ? 'btn off' : 'btn'} for={id}>
        {label}
      </label>
      <p class="sm dim">{hint}</p>
    </div>
  );
}
