// How the first run stands.

/** How the evidence on this computer stands: filled, still being filled, or not to be opened. */
export type Evidence =
  | { readonly is: 'opening' }
  | { readonly is: 'ready'; readonly entries: number }
  | { readonly is: 'failed'; readonly reason: string };

/** How the choice of sites stands. */
export type Choice = 'open' | 'asking' | 'declined' | 'none' | 'allowed';
