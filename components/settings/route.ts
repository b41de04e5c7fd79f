// Addresses of the settings page: `#/evidence`, `#/evidence/import?from=tab`.

export interface SettingsPlace {
  /** Empty for the first section. */
  readonly section: string;
  readonly rest: string;
  readonly asked: URLSearchParams;
  /** As it stands behind the #, for a page that does not exist. */
  readonly address: string;
}

export function settingsPlace(hash: string): SettingsPlace {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?', 2);
  const [section = '', ...rest] = path.split('/').filter((part) => part !== '');
  return { section, rest: rest.join('/'), asked: new URLSearchParams(query), address: path };
}
