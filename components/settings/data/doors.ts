// What the sections “Your data” and “About” can find out and have done.
import type { Got } from '../evidence/doors';

export interface KeptView {
  /** What is kept, how many of it, and bytes where they can be told apart. */
  readonly kinds: readonly {
    readonly name: string;
    readonly count: string;
    readonly bytes: number | null;
  }[];
  readonly room: { readonly usage: number | null; readonly persistent: boolean | null };
}

/** A backup that was checked and may be put in place. */
export interface CheckedBackup {
  readonly made: string;
  readonly by: string;
  readonly holds: readonly string[];
  restore(): Promise<Got<object>>;
}

export interface DataDoors {
  /** Calls back when what is kept has changed elsewhere, until what it returns is called. */
  onChanged?(changed: () => void): () => void;
  kept(): Promise<Got<KeptView>>;
  keepForGood(): Promise<boolean>;
  backUp(): Promise<Got<{ readonly name: string; readonly file: Blob }>>;
  check(file: Blob): Promise<Got<CheckedBackup>>;
  deleteAll(): Promise<Got<object>>;
  /** Offers a file for saving. */
  save(name: string, file: Blob): void;
}

export interface AboutView {
  readonly version: string;
  readonly evidence: { readonly title: string; readonly version: string; readonly revised: string };
  readonly topics: number;
}

export interface AboutDoors {
  about(): Promise<Got<AboutView>>;
  keys(command: string): Promise<string | null>;
  openShortcuts(): Promise<boolean>;
}
