// What each build may read: the permissions part of the extension's manifest, by build mode.
import { allHosts } from './sites';

/** release: as people install it; e2e: for the tests; start: for trying it from a terminal. */
export type BuildMode = 'release' | 'e2e' | 'start';

/** The public key that gives test builds the same id in every folder; its private half was thrown away. */
const TEST_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAseqcoDTqrlq0ijdnwETji9+QrZxL0+nS39DqzYbiWoX1t1RkMlAeTuGI4sGOfkzD+NbUZKjlZ3aA88ebJzCVHXxCTtnnZ2fzIJaxYX7zaUublxHLizpKKkBc0SCJ5VDFvGmawXip7no+M+vIz3PE00RyxLbQeszN3omKqX1hc6zyfKEk58oXm0n4QVdMAqYiG0+Xql67w3ogJtoBJQyN4+zaD+jkYQfrNpCp6h/SpXgDmyGD/SJ3J4VVOeC6b3lMLYZENYN/8P9Zen0Suy0ju+S6P1n3TL2HgWejRKqmo7hwOAwlifCMERkAc1576KU+ZJYhXLadJvyNof+vniR7wQIDAQAB';

/** Mode names as the build tool has them; everything that is not a test build is a release. */
export function buildMode(mode: string): BuildMode {
  return mode === 'e2e' || mode === 'start' ? mode : 'release';
}

/**
 * Any site may be asked for one by one: to be marked at the reader's wish, or for evidence that their organisation keeps
 * at an address of its own (docs/decisions/evidence-from-an-address.md); for the second, nothing is marked there, see `marked.ts`.
 */
const ANY_SITE = 'https://*/*';

/** A release asks for no site at install. Test builds are granted theirs, since nobody can answer a browser's prompt in them. */
export function hostPermissions(mode: BuildMode): {
  host_permissions?: string[];
  optional_host_permissions?: string[];
  key?: string;
} {
  if (mode === 'release') return { optional_host_permissions: [...allHosts, ANY_SITE] };
  const local = ['http://localhost/*', 'http://127.0.0.1/*'];
  return {
    host_permissions: [...allHosts, ...local, ...(mode === 'start' ? ['file:///*'] : [])],
    key: TEST_KEY,
  };
}
