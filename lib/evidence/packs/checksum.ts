// SHA-256 of a file, by which a version of the evidence is known.

/** In hexadecimal; text counts as UTF-8. */
export async function sha256Of(file: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
